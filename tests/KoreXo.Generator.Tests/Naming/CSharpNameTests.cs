using KoreXo.Generator.Naming;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Generator.Tests.Naming;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("pet", "Pet")]
    [InlineData("sys_limit", "SysLimit")]
    [InlineData("downloadURL", "DownloadUrl")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("ABC", "Abc")]
    [InlineData("ID", "ID")]
    [InlineData("a", "A")]
    [InlineData("v1.1/rest", "V11Rest")]
    [InlineData("1st", "_1st")]
    [InlineData("Feature Name ", "FeatureName")]
    [InlineData("", "Empty")]
    [InlineData("!=", "NotEqualTo")]
    [InlineData(" ", "U0020")]
    [InlineData("日本", "日本")]
    [InlineData("naïve", "Naïve")]
    [InlineData("x\u202Ey", "XY")]
    [InlineData("\u0000\uFFFD", "U0000UFFFD")]
    [InlineData("()", "U0028U0029")]
    [InlineData("@class", "Class")]
    [InlineData("🐾", "UD83DUDC3E")]
    [InlineData("pet🐾shop", "PetShop")]
    [InlineData("𝒳", "UD835UDCB3")]
    [InlineData("e\u0301", "E")]
    [InlineData("ﬁle", "ﬁle")]
    [InlineData("ßtraße", "ßtraße")]
    [InlineData("ǆ", "Ǆ")]
    [InlineData("İd", "İd")]
    [InlineData("a--b__c..d", "ABCD")]
    [InlineData("_", "U005F")]
    [InlineData("__v", "V")]
    [InlineData("OAuth2Token", "OAuth2Token")]
    [InlineData("IPv4", "IPv4")]
    [InlineData("aB", "AB")]
    [InlineData("९9", "_९9")]
    [InlineData("[0].name", "_0Name")]
    [InlineData("/", "U002F")]
    [InlineData("string?", "String")]
    public void Any_text_becomes_the_name_of_a_type_or_member(string text, string name) => Assert.Equal(name, CSharpName.Pascal(text));

    [Theory]
    [InlineData("EnableSlackChannel", "Enable Slack Channel")]
    [InlineData("ImportURLPath", "Import URL Path")]
    [InlineData("Option1", "Option1")]
    [InlineData("V2Pets", "V2 Pets")]
    [InlineData("_1st", "_1st")]
    public void A_name_is_split_into_its_words(string name, string words) => Assert.Equal(words, string.Join(' ', CSharpName.Split(name)));

    [Theory]
    [InlineData("botId", "botId")]
    [InlineData("URL", "url")]
    [InlineData("class", "@class")]
    [InlineData("Class", "@class")]
    [InlineData("await", "@await")]
    [InlineData("1st", "_1st")]
    [InlineData("X-Request-Id", "xRequestId")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("ABTest", "abTest")]
    [InlineData("record", "@record")]
    [InlineData("field", "@field")]
    [InlineData("!=", "notEqualTo")]
    [InlineData("", "empty")]
    [InlineData("日本", "日本")]
    public void Any_text_becomes_the_name_of_a_parameter(string text, string name) => Assert.Equal(name, CSharpName.Camel(text));

    [Theory]
    [InlineData(".json", "DotJson")]
    [InlineData("-1", "Minus1")]
    [InlineData("+1", "Plus1")]
    [InlineData("$ref", "DollarRef")]
    [InlineData("json", "Json")]
    [InlineData("*", "All")]
    [InlineData("-", "Minus")]
    [InlineData("--1", "_1")]
    [InlineData("- 1", "_1")]
    [InlineData("@me", "AtMe")]
    [InlineData("#1", "Hash1")]
    [InlineData("/a", "SlashA")]
    [InlineData("!a", "NotA")]
    [InlineData("1.5", "_15")]
    [InlineData("", "Empty")]
    public void A_leading_sign_of_a_value_is_spelt(string text, string name) => Assert.Equal(name, CSharpName.Value(text));

    [Theory]
    [InlineData("Name", "_name")]
    [InlineData("_1st", "__1st")]
    public void A_field_differs_from_its_property(string property, string field) => Assert.Equal(field, CSharpName.Field(property));

    [Theory]
    [InlineData("Contoso.Crm", "Contoso.Crm")]
    [InlineData("Contoso.class", "Contoso.@class")]
    [InlineData("contoso-crm..v1.2", "ContosoCrm.v1._2")]
    [InlineData("My App", "MyApp")]
    [InlineData("a.b;c", "a.BC")]
    [InlineData("event.Contoso", "@event.Contoso")]
    [InlineData(".", "")]
    public void Any_text_becomes_a_namespace(string text, string name) => Assert.Equal(name, CSharpName.Namespace(text));

    [Fact]
    public void A_long_name_is_cut_and_stays_itself()
    {
        var (one, two) = (CSharpName.Pascal(new string('a', 300) + "b"), CSharpName.Pascal(new string('a', 300) + "c"));

        Assert.Equal((100, 100, false), (one.Length, two.Length, one == two));
    }

    [Fact]
    public void Every_character_gives_a_valid_name() =>
        Assert.All(
            Enumerable.Range(0, 0x10000),
            static code =>
                Assert.True(
                    IsName(CSharpName.Pascal(((char)code).ToString())) && IsName(CSharpName.Pascal("a" + (char)code)),
                    $"U+{code:X4}"
                )
        );

    [Theory]
    [InlineData("Pet", "Pet,PetModel,PetModel2,PetModel3")]
    public void A_taken_name_gets_a_suffix_then_a_number(string name, string expected)
    {
        var scope = new NameScope();

        Assert.Equal(expected, string.Join(',', Enumerable.Range(0, 4).Select(_ => scope.Take(name, "Model"))));
    }

    [Fact]
    public void The_hash_is_the_same_everywhere() => Assert.Equal(0x811C9DC5u ^ 0u, StableHash.Of(""));

    private static bool IsName(string name) => SyntaxFacts.IsValidIdentifier(name);
}
