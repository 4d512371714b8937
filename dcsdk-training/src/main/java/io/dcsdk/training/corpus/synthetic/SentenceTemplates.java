package io.dcsdk.training.corpus.synthetic;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * What sentences are made of: a template a line, words between spaces, a slot in braces. The first letter of a sentence is
 * raised afterwards. Slots that name the same kind get names of their own.
 */
final class SentenceTemplates {
    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings().trimResults();
    private static final Splitter WORDS = Splitter.on(' ');

    private SentenceTemplates() {}

    /** Whole sentences, each with its mark at the end. */
    static final List<List<String>> SENTENCES = parsed("""
            {full} was born in {city} in {year} .
            {full} works as a {role} at {org} in {city} .
            {full} , {age} , joined {org} last {month} .
            {full} and {full} met in {city} .
            Mr. {last} moved from {city} to {city} .
            Mrs. {last} teaches {topic} at the {school} .
            Dr. {last} left the {school} to found {company} .
            Professor {last} wrote {num} books about {topic} .
            President {last} will visit {country} in {month} .
            {last} said he would appeal the ruling .
            {last} said she had never been to {country} .
            {last} scored twice as {team} beat {team} {goals} - {goals} .
            {first} told her brother that {first} was late again .
            {first} bought a {noun} for his mother .
            my friend {first} lives near {place} .
            " I never liked the {noun} , " {full} told reporters .
            " we are {adj} , " said {last} , who coaches {team} .
            " {first} , come here ! " shouted {last} .
            the {role} , {full} , declined to comment .
            the {adj} {role} thanked {full} for the {noun} .
            {full} 's {noun} was sold for {money} .
            {last} 's lawyer said his client was {adj} .
            {full} ( {age} ) won the race in {time} .
            among the guests were {full} , {full} and {full} .
            {full} , a {role} from {city} , died on {weekday} .
            {full} studied {topic} at {school} before moving to {country} .
            the letter was signed by {full} and dated {day} {month} {year} .
            police in {city} are looking for {full} .
            {full} married {full} , a {role} , in {year} .
            neither {last} nor {last} answered the question .
            shares of {bare} rose {percent} on {weekday} .
            shares in {bare} fell after the {role} resigned .
            {bare} said it would cut {num} jobs in {country} .
            {bare} said its profit fell {percent} to {money} .
            {bare} hired {full} as its new {role} .
            {company} bought {company} for {money} .
            {company} opened a factory near {city} .
            {company} , based in {city} , makes {adj} {noun} parts .
            {company} 's {role} , {full} , will step down in {month} .
            the board of {company} met on {weekday} .
            the {school} has {num} students .
            the {school} and {company} will share the {noun} .
            a spokesman for {org} said the {noun} was {adj} .
            a court fined {org} {money} over the {noun} .
            {num} workers at {bare} went on strike .
            analysts at {bare} expect growth of {percent} .
            the merger of {bare} and {bare} was {adj} .
            {org} and {org} signed an agreement in {city} .
            {bare} employs {num} people , most of them in {city} .
            customers of {bare} complained about the {adj} {noun} .
            {team} beat {team} {goals} - {goals} on {weekday} .
            {team} lost {goals} - {goals} to {team} .
            {team} signed {full} from {team} for {money} .
            {team} striker {last} was injured in {month} .
            the coach of {team} praised {last} .
            fans of {team} travelled to {city} .
            {team} finished third in the league .
            it rained in {city} for {num} days .
            it was {adj} in {city} and {adj} in {city} .
            the road from {city} to {city} is closed .
            the train to {city} leaves at {time} .
            we spent {num} days in {city} , {country} .
            they live in {place} with their {noun} .
            he was arrested in {city} , {country} , on {weekday} .
            the capital of {country} is {city} .
            {country} and {country} agreed to end the {noun} .
            {country} exports {num} tons of {noun} a year .
            the government of {country} raised taxes by {percent} .
            heavy snow fell on {feature} in {month} .
            the village lies between {feature} and {feature} .
            tourists love {place} in {month} .
            {num} people live in {city} .
            {city} is a {adj} town in {country} .
            {city} , the old capital , has {num} churches .
            the mayor of {city} opened the {noun} .
            an earthquake shook {city} at {time} .
            flights from {city} were {adj} on {weekday} .
            the river flows through {city} into {feature} .
            {full} flew from {city} to {city} with {org} .
            {full} of {team} ran the last lap in {time} .
            {full} of {bare} said the company was {adj} .
            {full} of {city} sent us a {noun} .
            troops entered {city} at {time} , said {full} of {org} .
            {school} researchers found {adj} {noun} in {feature} .
            {org} will open an office in {city} , {last} said .
            dear {first} , thank you for the {noun} .
            {first} and {first} walked along {feature} .
            the {noun} was {adj} .
            nobody knew why the {noun} was {adj} in {month} .
            the {role} bought {num} {noun} parts for {money} .
            on {weekday} the {adj} {role} stayed at home .
            prices rose {percent} in {year} and {percent} in {year} .
            I think the {noun} will be {adj} by {weekday} .
            did you see the {adj} {noun} ?
            is {city} far from {city} ?
            who is {full} ?
            has {bare} paid its taxes ?
            chapter {num} : the {adj} {noun}
            photo : {full}
            {city} , {day} {month} :
            contact : {full} , {company} , {city}
            {num} ) {last} , {first} ; {num} ) {last} , {first}
            places : {city} , {city} , {feature} and {country} .
            companies : {company} , {company} and {company} .
            """);

    /** What may stand before a sentence. */
    static final List<List<String>> OPENINGS = parsed("""
            on {weekday} ,
            in {month} {year} ,
            last week ,
            meanwhile ,
            in {city} ,
            according to {full} ,
            according to {company} ,
            the {role} said that
            reporters in {city} wrote that
            {last} told the {role} that
            a report by {org} says that
            """);

    /** What may stand in place of a sentence's last full stop. */
    static final List<List<String>> ENDINGS = parsed("""
            , {full} said .
            , Mr. {last} told {org} .
            , officials said .
            , according to {company} .
            , said a {role} from {city} .
            , which was {adj} .
            , but the {noun} was {adj} .
            , the {role} added on {weekday} .
            ; {last} disagreed .
            """);

    static final List<String> WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    static final List<String> MONTHS =
            words("January February March April May June July August September October November December");
    static final List<String> ROLES = words("director manager doctor teacher lawyer chairman minister judge writer"
            + " engineer baker painter farmer singer driver nurse captain editor banker spokesman");
    static final List<String> NOUNS =
            words("house car report garden contract bridge plan picture letter engine computer"
                    + " horse boat song film dinner meeting project war budget harvest coffee steel paper glass wheat");
    static final List<String> ADJECTIVES = words("old new large small expensive cheap beautiful broken quiet famous"
            + " cold warm wet dry late early happy angry surprised ready important strange green red");
    static final List<String> TOPICS =
            words("history physics music law medicine chemistry economics painting poetry biology");

    private static List<List<String>> parsed(String text) {
        return LINES.splitToStream(text).map(WORDS::splitToList).toList();
    }

    private static List<String> words(String text) {
        return WORDS.splitToList(text);
    }
}
