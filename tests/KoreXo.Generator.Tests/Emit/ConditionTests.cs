namespace KoreXo.Generator.Tests.Emit;

/// <summary>Members that a schema has under a condition.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("Number", "String?")]
    [InlineData("Expiry", "DateOnly?")]
    [InlineData("Iban", "String?")]
    [InlineData("Note", "String?")]
    [InlineData("Days", "Int32?")]
    public async Task A_member_under_a_condition_may_be_there(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("conditions", "Payment", member));

    [Theory]
    [InlineData("""{"kind":"card","number":"1","expiry":"2030-01-01"}""")]
    [InlineData("""{"days":3,"kind":"later"}""")]
    public async Task It_is_written_back(string json) => Assert.Equal(json, await Sample.RoundTripAsync("conditions", "Payment", json));
}
