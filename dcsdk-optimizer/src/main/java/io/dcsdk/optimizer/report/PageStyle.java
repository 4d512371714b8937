package io.dcsdk.optimizer.report;

/** The style sheet of reports: light and dark as the reader prefers, and for paper. It holds no character that XML escapes. */
final class PageStyle {
    static final String SHEET = """

            :root { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --faint: #57606a; --line: #d0d7de;
              --band: #f6f8fa; --accent: #0b5cad; --track: #e3e7eb; --fill: #4c8dcb; --binding: #b3541e;
              --part0: #1b6ca8; --part1: #bd5419; --part2: #3f7d3a; --part3: #8a4fa3; --part4: #8c6d1f; --part5: #b03a5b;
              --part6: #2f7f86; --part7: #5b6470; --inside: #ffffff; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #0d1117; --ink: #e6edf3; --faint: #a5afb9; --line: #30363d; --band: #161b22; --accent: #6cb6ff;
                --track: #262c34; --fill: #4c8dcb; --binding: #ff9b70; --part0: #6cb6ff; --part1: #ffa657; --part2: #7ee787;
                --part3: #d2a8ff; --part4: #e3c35b; --part5: #ff8fa9; --part6: #76d5dc; --part7: #b1bac4; --inside: #0d1117; }
            }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, sans-serif; }
            h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
            h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; }
            h1, p, li, th, td, caption { unicode-bidi: isolate; overflow-wrap: break-word; }
            h1, p, li { overflow-wrap: anywhere; }
            .verdict { margin: 0.4rem 0 0; color: var(--faint); font-weight: 600; }
            nav ol { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin: 1rem 0 0; padding: 0; list-style: none; }
            a { color: var(--accent); }
            .wide { overflow-x: auto; margin: 0.8rem 0 1.2rem; }
            table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
            caption { padding: 0.2rem 0; text-align: left; color: var(--faint); }
            th, td { padding: 0.3rem 0.7rem 0.3rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            thead th { color: var(--faint); font-weight: 600; }
            tbody th { font-weight: 500; min-width: 8rem; }
            tbody tr:nth-child(even) { background: var(--band); }
            .figures { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            figure { margin: 1rem 0; }
            svg { display: block; max-width: 100%; height: auto; }
            svg .heading { fill: var(--ink); font-size: 14px; font-weight: 600; }
            svg .note { fill: var(--ink); }
            svg .track { fill: var(--track); }
            svg .fill { fill: var(--fill); }
            svg .binding { fill: var(--binding); }
            svg .slice { stroke: var(--paper); stroke-width: 1; }
            svg rect.part0 { fill: var(--part0); } svg rect.part1 { fill: var(--part1); } svg rect.part2 { fill: var(--part2); }
            svg rect.part3 { fill: var(--part3); } svg rect.part4 { fill: var(--part4); } svg rect.part5 { fill: var(--part5); }
            svg rect.part6 { fill: var(--part6); } svg rect.part7 { fill: var(--part7); }
            svg .inside { fill: var(--inside); }
            @media print {
              :root { color-scheme: light; --paper: #ffffff; --ink: #000000; --faint: #333333; --line: #999999; --band: #ffffff;
                --accent: #000000; --track: #dddddd; --fill: #4c8dcb; --binding: #b3541e; --part0: #1b6ca8; --part1: #bd5419;
                --part2: #3f7d3a; --part3: #8a4fa3; --part4: #8c6d1f; --part5: #b03a5b; --part6: #2f7f86; --part7: #5b6470;
                --inside: #ffffff; }
              body { max-width: none; padding: 0; font-size: 10pt; }
              nav { display: none; }
              .wide { overflow: visible; }
              h2 { break-after: avoid; }
              tr, figure, li { break-inside: avoid; }
              thead { display: table-header-group; }
              svg { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
            }
            """;

    private PageStyle() {}
}
