using KoreXo.Cli.Graphs;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The patterns of routes, with those of the groups around them.</summary>
public sealed class RouteTitleTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "/x", "/x")]
    [InlineData("/api", "", "/api")]
    [InlineData("/api", "/x", "/api/x")]
    [InlineData("/api/", "/x", "/api/x")]
    [InlineData("/api", "x", "/api/x")]
    [InlineData("api/", "x/", "api/x/")]
    [InlineData("/", "/", "/")]
    public void Two_patterns_have_one_slash_between_them(string prefix, string pattern, string expected) =>
        Assert.Equal(expected, RouteTitle.Join(prefix, pattern));

    [Theory]
    [InlineData("app.MapGroup(\"/a\").MapGet(\"/x\", Get);", "GET /a/x")]
    [InlineData("app.MapGroup(\"/a\").MapGroup(\"/b\").MapGet(\"/x\", Get);", "GET /a/b/x")]
    [InlineData("var a = app.MapGroup(\"/a\"); a.MapGet(\"/x\", Get);", "GET /a/x")]
    [InlineData("var a = app.MapGroup(\"/a\").RequireAuthorization().WithTags(\"t\"); a.MapGet(\"\", Get);", "GET /a")]
    [InlineData("var a = app.MapGroup(\"/a\"); var b = a.MapGroup(\"/b\"); b.MapGet(\"x\", Get);", "GET /a/b/x")]
    [InlineData("IEndpointRouteBuilder a = app.MapGroup(\"/a\"); a.MapGet(\"/x\", Get);", "GET /a/x")]
    [InlineData("const string A = \"/a\"; app.MapGroup(A).MapGet($\"{A}/x\", Get);", "GET /a/a/x")]
    [InlineData("app.MapGroup(prefix: \"/a\", endpoints: app.MapGroup(\"/b\")).MapGet(\"/x\", Get);", "GET /b/a/x", true)]
    [InlineData("app.MapGroup(args[0]).MapGet(\"/x\", Get);", "GET /x")]
    [InlineData("app.MapGroup(\"/a\").MapGroup(args[0]).MapGet(\"/x\", Get);", "GET /a/x")]
    [InlineData("var a = app.MapGroup(\"/a\"); a = app.MapGroup(\"/b\"); a.MapGet(\"/x\", Get);", "GET /x")]
    [InlineData("var a = app.MapGroup(\"/a\"); Add(() => a.MapGet(\"/x\", Get)); void Add(Action run) => run();", "GET /a/x")]
    [InlineData("Group().MapGet(\"/x\", Get); RouteGroupBuilder Group() => app.MapGroup(\"/a\");", "GET /a/x")]
    [InlineData("Group().MapGet(\"/x\", Get); RouteGroupBuilder Group() { var a = app.MapGroup(\"/a\"); return a; }", "GET /a/x")]
    [InlineData("((RouteGroupBuilder)app.MapGroup(\"/a\")).MapGet(\"/x\", Get);", "GET /a/x")]
    [InlineData("app.MapGroup(\"/a/{id:int}\").MapGet(\"{name?}\", Get);", "GET /a/{id:int}/{name?}")]
    public async Task A_route_has_the_patterns_of_its_groups(string code, string expected, bool isStatic = false) =>
        Assert.Equal(
            [$"Route {expected}: files:read"],
            await GraphedCode.EntriesAsync(
                GraphedCode.CompileWeb(
                    "var app = WebApplication.Create(args);"
                        + (
                            isStatic
                                ? code.Replace(
                                    "app.MapGroup(prefix",
                                    "EndpointRouteBuilderExtensions.MapGroup(prefix",
                                    StringComparison.Ordinal
                                )
                                : code
                        )
                        + "static int Get() => Api.Read();"
                        + GraphedCode.Api
                )
            )
        );
}
