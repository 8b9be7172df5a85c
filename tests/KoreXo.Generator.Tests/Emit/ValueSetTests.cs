namespace KoreXo.Generator.Tests.Emit;

public sealed class ValueSetTests
{
    [Theory]
    [InlineData("""{"color":"red"}""")]
    [InlineData("""{"color":"Red","colors":["RED","dark blue","dark-blue",""]}""")]
    [InlineData("""{"color":"never heard of","mode":"sideways","maybe":null,"level":7}""")]
    [InlineData("""{"operator":"type"}""")]
    public async Task Known_and_unknown_values_survive(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("enums", "Light", json));

    [Theory]
    [InlineData("Color.Red", "red")]
    [InlineData("Color.RedValue", "Red")]
    [InlineData("Color.DarkBlue", "dark blue")]
    [InlineData("Color.Empty", "")]
    [InlineData("Operator.EqualTo", "=")]
    [InlineData("Operator.NotEqualTo", "!=")]
    [InlineData("Operator.All", "*")]
    [InlineData("Operator.DotJson", ".json")]
    [InlineData("Operator._1", "1")]
    [InlineData("Operator.ValueValue", "value")]
    [InlineData("Operator.Class", "class")]
    [InlineData("default(Color)", "")]
    public async Task Known_values_have_names(string expression, string value) =>
        Assert.Equal(value, await Sample.RunAsync("enums", $"return {expression}.Value;"));

    [Theory]
    [InlineData("new Color(\"red\") == Color.Red", "True")]
    [InlineData("Color.Red == Color.RedValue", "False")]
    [InlineData("new Color(\"mauve\").IsKnown", "False")]
    [InlineData("Color.DarkBlue.IsKnown", "True")]
    [InlineData("new Color(\"x\").Equals(new Color(\"x\"))", "True")]
    public async Task Values_compare_by_their_text(string expression, string expected) =>
        Assert.Equal(expected, await Sample.RunAsync("enums", $"return $\"{{{expression}}}\";"));

    [Fact]
    public async Task Every_known_value_is_read_as_itself() =>
        Assert.Equal(
            "True",
            await Sample.RunAsync(
                "enums",
                """
                var values = typeof(Operator).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Select(property => (Operator)property.GetValue(null)!).ToList();
                return $"{values.Count == 28 && values.All(value => value.IsKnown && Read<Operator>(Write(value)) == value)}";
                """
            )
        );
}
