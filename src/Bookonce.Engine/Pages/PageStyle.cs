namespace Bookonce.Engine.Pages;

/// <summary>How such a page looks, on a screen and on paper.</summary>
static class PageStyle
{
    public const string Css = """

        :root { --found: #2f7d5b; --book: #7b8aa0; --ask: #d9a21b; --twice: #c0392b; --line: #d8dde3; }
        body { font: 15px/1.45 system-ui, sans-serif; color: #1d2733; max-width: 1100px; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; margin: 0; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .3rem; }
        h2 small { color: #5b6776; font-weight: normal; }
        p { margin: .2rem 0 .8rem; }
        .files { color: #5b6776; }
        .tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; }
        .tiles li { border: 1px solid var(--line); border-top: 4px solid #9aa5b1; border-radius: 4px; padding: .4rem .8rem; min-width: 6.5rem; }
        .tiles b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
        .tiles .found { border-top-color: var(--found); }
        .tiles .book { border-top-color: var(--book); }
        .tiles .ask { border-top-color: var(--ask); }
        .tiles .twice { border-top-color: var(--twice); }
        .legend span { margin-right: 1rem; white-space: nowrap; }
        .legend i { display: inline-block; width: .8em; height: .8em; margin-right: .35em; border-radius: 2px; }
        i.found { background: var(--found); } i.book { background: var(--book); }
        i.ask { background: var(--ask); } i.twice { background: var(--twice); }
        svg { width: 100%; max-width: 900px; height: auto; display: block; }
        svg text { font-size: 12px; fill: #5b6776; }
        svg line { stroke: var(--line); }
        rect.found { fill: var(--found); } rect.book { fill: var(--book); }
        rect.ask { fill: var(--ask); } rect.twice { fill: var(--twice); }
        .wide { overflow-x: auto; margin-bottom: 1rem; }
        table { border-collapse: collapse; font-size: .9rem; }
        th, td { border-bottom: 1px solid var(--line); padding: .25rem .7rem; text-align: left; vertical-align: top; }
        thead th { background: #f3f5f7; }
        .side { min-width: 60%; }
        .side tbody th { font-weight: normal; color: #5b6776; white-space: nowrap; }
        .money { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .day { white-space: nowrap; }
        mark { background: #ffe9b8; font-weight: 600; padding: 0 .2em; }
        .held { color: var(--found); font-weight: 600; }
        h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
        .numbers { list-style: none; display: flex; flex-wrap: wrap; gap: 4px; padding: 0; margin: 0 0 .5rem; }
        .numbers li { border: 1px solid var(--line); border-radius: 4px; padding: .15rem .5rem; font-size: .8rem; min-width: 5.5rem; }
        .numbers b, .numbers span { display: block; font-variant-numeric: tabular-nums; }
        .numbers .more { border: 0; min-width: 0; align-self: center; }
        .numbers .gone { border-color: var(--twice); } .numbers .gone span:nth-of-type(1) { text-decoration: line-through; color: var(--twice); }
        .numbers .made { border-color: var(--found); } .numbers .made span:nth-of-type(2) { color: var(--found); font-weight: 600; }
        .numbers .moved { border-color: var(--ask); } .numbers .moved span:nth-of-type(2) { font-weight: 600; }
        @media print {
          body { margin: 0; max-width: none; font-size: 11px; }
          .wide { overflow: visible; }
          .side, .tiles, svg, tr { break-inside: avoid; }
          h2 { break-after: avoid; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          mark { text-decoration: underline; }
        }

        """;
}
