using KoreXo.Generator.Emit;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Lines, blocks and gaps of emitted code.</summary>
public sealed class SourceWriterTests
{
    [Fact]
    public void Blocks_indent_and_a_gap_comes_before_a_line_only()
    {
        var writer = new SourceWriter(CancellationToken.None);

        using (writer.Block("class A"))
        {
            writer.Line("int a;");
            writer.Gap();
            writer.Gap();
            using (writer.Block("void M()", "};"))
            {
                writer.Line("First();\r\n    Second();\n\nThird();");
                writer.Gap();
            }

            writer.Gap();
        }

        writer.Gap();

        Assert.Equal(
            "class A\n{\n    int a;\n\n    void M()\n    {\n        First();\n            Second();\n\n        Third();\n    };\n}\n",
            writer.ToSourceText().ToString()
        );
    }

    [Fact]
    public void A_level_without_braces_ends_without_a_line()
    {
        var writer = new SourceWriter(CancellationToken.None);

        writer.Line("return Call(");
        using (writer.Indent())
        {
            writer.Line("a");
        }

        writer.Line(");");

        Assert.Equal("return Call(\n    a\n);\n", writer.ToSourceText().ToString());
    }

    [Fact]
    public void A_build_that_is_cancelled_ends_at_the_next_line() =>
        Assert.Throws<OperationCanceledException>(static () => new SourceWriter(new CancellationToken(canceled: true)).Line("a"));
}
