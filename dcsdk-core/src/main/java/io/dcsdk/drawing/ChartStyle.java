package io.dcsdk.drawing;

/**
 * The style sheet of charts. Fills are the eight colours of M. Okabe and K. Ito, "Color Universal Design" (2008), which keep
 * apart for readers with any kind of colour vision, black replaced by grey; lines differ in their dashes as well. Heat maps use
 * the scale viridis, whose lightness rises evenly, and a grey that it does not have for what is missing.
 */
final class ChartStyle {
    /** Layers that have a colour of their own. */
    static final int COLOURS = 8;

    /** Steps of the scale of heat maps. */
    static final int HEATS = 9;

    static final String SHEET = """

            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .grid { stroke: #e3e7eb } .axis { stroke: #6e7781 } .demand { fill: none; stroke: #1f2328; stroke-width: 1.8 }
            .area { stroke: #ffffff; stroke-width: 0.6 } .mean { stroke: #1f2328; stroke-width: 2 }
            .fill0 { fill: #0072b2 } .fill1 { fill: #e69f00 } .fill2 { fill: #009e73 } .fill3 { fill: #cc79a7 }
            .fill4 { fill: #56b4e9 } .fill5 { fill: #d55e00 } .fill6 { fill: #606060 } .fill7 { fill: #f0e442 }
            .line { fill: none; stroke-width: 2 }
            .line0 { stroke: #0072b2 } .line1 { stroke: #b87f00; stroke-dasharray: 9 3 }
            .line2 { stroke: #00845f; stroke-dasharray: 2 2 } .line3 { stroke: #b05f8d; stroke-dasharray: 12 3 2 3 }
            .line4 { stroke: #2f8fc4; stroke-dasharray: 5 2 } .line5 { stroke: #d55e00; stroke-dasharray: 14 4 }
            .line6 { stroke: #6a6a6a; stroke-dasharray: 1 3 } .line7 { stroke: #8f8300; stroke-dasharray: 6 3 1 3 1 3 }
            .heat { shape-rendering: crispEdges }
            .heat0 { fill: #440154 } .heat1 { fill: #472d7b } .heat2 { fill: #3b528b } .heat3 { fill: #2c728e }
            .heat4 { fill: #21918c } .heat5 { fill: #28ae80 } .heat6 { fill: #5ec962 } .heat7 { fill: #addc30 }
            .heat8 { fill: #fde725 } .gap { fill: #c8c8c8 }
            @media screen and (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 }
            .grid { stroke: #262c34 } .axis { stroke: #7d8590 } .demand { stroke: #e6edf3 }
            .area { stroke: #0d1117 } .mean { stroke: #e6edf3 } .fill0 { fill: #1f7fc0 }
            .fill6 { fill: #c8c8c8 } .gap { fill: #484f58 }
            .line0 { stroke: #4ea3dd } .line1 { stroke: #e69f00 } .line2 { stroke: #16b98c } .line3 { stroke: #cc79a7 }
            .line4 { stroke: #8ccdf2 } .line5 { stroke: #ee7a2a } .line6 { stroke: #a5a5a5 } .line7 { stroke: #f0e442 }
            }
            """;

    private ChartStyle() {}
}
