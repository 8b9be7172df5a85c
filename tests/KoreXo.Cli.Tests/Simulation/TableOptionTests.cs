using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;

namespace KoreXo.Cli.Tests.Simulation;

/// <summary><c>--table</c>, as a shell writes it.</summary>
public sealed class TableOptionTests
{
    [Theory]
    [InlineData("Contacts", "Contacts")]
    [InlineData(" Contacts ", "Contacts")]
    [InlineData("Contacts:Name", "Contacts Name/string")]
    [InlineData("Contacts:Name,Age:number", "Contacts Name/string Age/number")]
    [InlineData("Contacts: Name , Age : number ", "Contacts Name/string Age/number")]
    public void A_table_has_a_name_and_perhaps_columns(string text, string expected)
    {
        var table = TableOption.Parse(text);

        Assert.Equal(expected, string.Join(' ', table.Columns.Select(static column => $"{column.Name}/{column.Type}").Prepend(table.Name)));
    }

    [Theory]
    [InlineData("", "--table '' has no name. ")]
    [InlineData(":Name", "--table ':Name' has no name. ")]
    [InlineData("Contacts:", "--table 'Contacts:' has a column without a name. ")]
    [InlineData("Contacts:Name,,Age", "--table 'Contacts:Name,,Age' has a column without a name. ")]
    [InlineData("Contacts:Age:decimal", "--table 'Contacts:Age:decimal': ")]
    public void Anything_else_is_refused_with_the_form(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<CommandException>(() => TableOption.Parse(text)).Message, StringComparison.Ordinal);
}
