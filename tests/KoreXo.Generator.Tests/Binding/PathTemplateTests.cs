using KoreXo.Generator.Binding;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Paths, as literal text and the names of parameters.</summary>
public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/pets/{id}", "/pets/ <id>")]
    [InlineData("pets", "/pets")]
    [InlineData("", "/")]
    [InlineData("/", "/")]
    [InlineData("/{a}{b}", "/ <a> <b>")]
    [InlineData("/range/{a}:{b};v={v}", "/range/ <a> : <b> ;v= <v>")]
    [InlineData("/files/{id}.json", "/files/ <id> .json")]
    [InlineData("/pets:validate", "/pets:validate")]
    [InlineData("/{proxy+}", "/ <proxy+>")]
    [InlineData("/{a b}", "/ <a b>")]
    [InlineData("/a/{}", "/a/ <>")]
    [InlineData("/q?fixed=1&id={id}", "/q?fixed=1&id= <id>")]
    [InlineData("/a#one", "/a")]
    [InlineData("/a/{b}#two", "/a/ <b>")]
    [InlineData("/a/{b#c}", "/a/ <b#c>")]
    [InlineData("/ü/a b", "/%C3%BC/a%20b")]
    [InlineData("/enc/%7Bnot%7D", "/enc/%7Bnot%7D")]
    [InlineData("/a\"<>\\^`|\r\n", "/a%22%3C%3E%5C%5E%60%7C%0D%0A")]
    [InlineData("/open/{", "/open/%7B")]
    [InlineData("/close/}", "/close/%7D")]
    [InlineData("/a/}{b}", "/a/%7D <b>")]
    public void A_path_is_split_and_what_no_address_has_is_escaped(string path, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', PathTemplate.Read(path).Select(static part => part.IsParameter ? $"<{part.Text}>" : part.Text))
        );
}
