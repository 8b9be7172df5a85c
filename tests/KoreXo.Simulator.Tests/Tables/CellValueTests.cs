using System.Text.Json;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Tests.Tables;

/// <summary>How the values of rows and filters are ordered.</summary>
public sealed class CellValueTests
{
    [Theory]
    [InlineData("1", "2", -1)]
    [InlineData("10", "9", 1)]
    [InlineData("10", "\"9\"", 1)]
    [InlineData("\"10\"", "\"9\"", -1)]
    [InlineData("1.0", "1", 0)]
    [InlineData("0.1", "0.10000000000000001", -1)]
    [InlineData("12345678901234567890", "12345678901234567891", -1)]
    [InlineData("1e3", "999", 1)]
    [InlineData("1e400", "1", 1)]
    [InlineData("5", "\"five\"", -1)]
    [InlineData("true", "\"true\"", 0)]
    [InlineData("false", "true", -1)]
    [InlineData("\"B\"", "\"a\"", -1)]
    [InlineData("null", "null", 0)]
    [InlineData("null", "0", null)]
    [InlineData("\"\"", "null", null)]
    [InlineData("[1, 2]", "[1,2]", 0)]
    [InlineData("[1,2]", "[2,1]", null)]
    [InlineData("""{ "a": 1, "b": 2 }""", """{ "b": 2, "a": 1 }""", 0)]
    [InlineData("[1]", "1", null)]
    public void Two_values_are_ordered_equal_or_neither(string left, string right, int? expected)
    {
        Assert.Equal(expected, Order(left, right));
        Assert.Equal(-expected, Order(right, left));
    }

    private static int? Order(string left, string right) =>
        CellValue.Compare(Parse(left), Parse(right)) is { } order ? Math.Sign(order) : null;

    private static CellValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CellValue.From(document.RootElement.Clone());
    }
}
