namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The group that a method returns is known if it can only be one.</summary>
public sealed class ReturnedValueTests
{
    [Theory]
    [InlineData("public RouteGroupBuilder Api() => app.MapGroup(\"/a\");", "GET /a/x")]
    [InlineData("public RouteGroupBuilder Api() { return app.MapGroup(\"/a\"); }", "GET /a/x")]
    [InlineData(
        "public RouteGroupBuilder Api() { int N() { return 1; } Func<int> f = () => { return 2; }; return app.MapGroup(\"/a\"); }",
        "GET /a/x"
    )]
    [InlineData(
        "public RouteGroupBuilder Api() => Inner().MapGroup(\"/b\"); RouteGroupBuilder Inner() => app.MapGroup(\"/a\");",
        "GET /a/b/x"
    )]
    [InlineData("public virtual RouteGroupBuilder Api() => app.MapGroup(\"/a\");", "GET /x")]
    [InlineData("public RouteGroupBuilder Api() { if (app is null) return app!.MapGroup(\"/b\"); return app.MapGroup(\"/a\"); }", "GET /x")]
    [InlineData("public RouteGroupBuilder Api() => throw new Exception();", "GET /x")]
    [InlineData("public RouteGroupBuilder Api() => Api().MapGroup(\"/a\");", "GET /a/x")]
    [InlineData("public RouteGroupBuilder Api() => Other(); RouteGroupBuilder Other() => Api();", "GET /x")]
    [InlineData("public partial RouteGroupBuilder Api(); public partial RouteGroupBuilder Api() => app.MapGroup(\"/a\");", "GET /a/x")]
    public async Task A_group_is_followed_into_the_method_that_returns_it(string member, string title) =>
        Assert.Equal(
            [$"Route {title}: files:read"],
            await GraphedCode.EntriesAsync(
                GraphedCode.CompileWeb(
                    $$"""
                    new Routes(WebApplication.Create(args)).Api().MapGet("/x", Api.Read);
                    partial class Routes(WebApplication app) { {{member}} }
                    """ + GraphedCode.Api
                )
            )
        );

    [Fact]
    public async Task What_a_method_of_another_project_returns_is_not_known()
    {
        var library = GraphedCode.CompileWeb(
            "Console.WriteLine(); public static class R { public static RouteGroupBuilder Api(this WebApplication app) => app.MapGroup(\"/a\"); }",
            "Lib"
        );
        var app = GraphedCode.CompileWeb(
            "WebApplication.Create(args).Api().MapGet(\"/x\", Api.Read);" + GraphedCode.Api,
            "App",
            library.ToMetadataReference()
        );

        Assert.Equal(["Route GET /x: files:read"], await GraphedCode.EntriesAsync(library, app));
    }
}
