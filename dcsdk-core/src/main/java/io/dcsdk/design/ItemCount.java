package io.dcsdk.design;

import io.dcsdk.quantity.Money;

/**
 * A line of the bill of materials.
 *
 * @param category what it is: server, storage, switch, cable, rack, cooling, supply, control or software
 * @param id identifier in the catalogue
 * @param name name
 * @param count how many; 1 for what is not counted
 * @param detail what the count does not say, such as a capacity; may be empty
 * @param price purchase price of all of them, undiscounted
 */
public record ItemCount(String category, String id, String name, long count, String detail, Money price) {}
