using System.Net;
using KoreXo.Simulator.Routing;

namespace KoreXo.Simulator.Tests.Routing;

/// <summary>Segments of a path that parameters are only a part of.</summary>
public sealed class SegmentTemplateTests : PlatformTest
{
    protected override void Configure(XoSimulatorOptions options) =>
        options.Documents.Add(
            """
            openapi: 3.0.3
            info: { title: Shop, version: '1' }
            paths:
              /x/{a}-{b}-{c}-{d}-{e}.json: { get: { operationId: getFive, responses: {} } }
              /x/{a}.json: { get: { operationId: getOne, responses: {} } }
              /x/{a}: { get: { operationId: getAny, responses: {} } }
              /x/fix.json: { get: { operationId: getFixed, responses: {} } }
            """
        );

    [Theory]
    [InlineData("{id}.json", "7.json", new[] { "7" })]
    [InlineData("{id}.json", "a.b.json", new[] { "a.b" })]
    [InlineData("{id}.json", ".json", null)]
    [InlineData("{id}.json", "7xjson", null)]
    [InlineData("{id}.json", "7.JSON", null)]
    [InlineData("{id}.json", "7.json\n", null)]
    [InlineData("{from}-{to}", "1-2-3", new[] { "1", "2-3" })]
    [InlineData("{from}-{to}", "1\n2-3", new[] { "1\n2", "3" })]
    [InlineData("{from}-{to}", "-2", null)]
    [InlineData("v{major}", "v1", new[] { "1" })]
    [InlineData("v{major}", "v", null)]
    [InlineData("({a}).{b}", "(x).y", new[] { "x", "y" })]
    [InlineData("plain", "plain", new string[0])]
    public void The_fixed_characters_separate_the_values(string template, string segment, string[]? values) =>
        Assert.Equal(values, new SegmentTemplate(template).Match(segment));

    [Fact]
    public void A_value_that_looks_like_a_parameter_is_not_replaced()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "{b}$0", ["b"] = "2" };

        Assert.Equal("v{b}$0-2.json", new SegmentTemplate("v{a}-{b}.json").Fill(name => values[name]));
    }

    [Theory]
    [InlineData("/x/fix.json", "getFixed")]
    [InlineData("/x/1-2-3-4-5.json", "getFive")]
    [InlineData("/x/1-2-3-4.json", "getOne")]
    [InlineData("/x/1-2-3-4-5", "getAny")]
    public async Task The_template_with_the_most_fixed_characters_wins(string path, string operation)
    {
        (await As(app: null).GetAsync(path)).Refusal(HttpStatusCode.NotImplemented);

        Assert.Equal(operation, Platform.Requests[^1].OperationId);
    }

    [Fact]
    public async Task A_long_segment_that_nearly_fits_is_judged_like_a_short_one()
    {
        (await As(app: null).GetAsync($"/x/{new string('-', 6000)}.jso")).Refusal(HttpStatusCode.NotImplemented);

        Assert.Equal("getAny", Platform.Requests[^1].OperationId);
    }
}
