namespace KoreXo.Generator.Tests.Emit;

public sealed class PathTests
{
    [Theory]
    [InlineData("client.GetUndescribedAsync(5, \"a b\")", "GET /undescribed/a%20b/5")]
    [InlineData("client.GetExtraAsync()", "GET /extra")]
    [InlineData("client.ListByActionAsync()", "GET /?Action=List")]
    [InlineData("client.ListByActionAsync(new() { Size = 5 })", "GET /?Action=List&size=5")]
    [InlineData("client.ListByVersionAsync()", "GET /?Action=List&Version=1")]
    [InlineData("client.SendToQueueAsync()", "POST /")]
    [InlineData("client.CancelItAsync(\"a\")", "POST /v1/a:cancel")]
    [InlineData("client.CompareAsync(\"o\", \"r\", \"a\", \"b\")", "GET /repos/o/r/compare/a...b")]
    [InlineData("client.GetODataAsync(\"5\")", "GET /users('5')/send%20mail")]
    [InlineData("client.GetBraceAsync()", "GET /open%7Bbrace")]
    [InlineData("client.GetWithoutSlashAsync()", "GET /without/slash")]
    [InlineData("client.GetTwiceAsync(\"a\")", "GET /twice/a/a")]
    [InlineData("client.SameAsync()", "GET /same-1")]
    [InlineData("client.GetSame2Async()", "GET /same-2")]
    [InlineData("client.SameOperationAsync()", "GET /same-3")]
    [InlineData("client.GetSharedAsync()", "GET /shared")]
    [InlineData("client.GetIgnoredAsync()", "GET /x-ignored")]
    public async Task The_address_is_that_of_the_template(string call, string expected) =>
        Assert.Equal(expected, (await Sample.RequestAsync("paths", $"await {call};")).Line);
}
