namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The titles of routes that methods register in the groups that they are given.</summary>
public sealed class RouteGroupsTests
{
    private const string Add = "public static void Add(this IEndpointRouteBuilder routes) => routes.MapGet(\"/x\", Api.Read);";

    private const string Nested = Add + "public static void Nested(this RouteGroupBuilder routes) => routes.MapGroup(\"/n\").Add();";

    private const string Endless =
        Add
        + "public static void Ping(this IEndpointRouteBuilder routes, int n) { routes.Add(); Pong(n, routes.MapGroup(\"/ping\")); }"
        + "static void Pong(int n, IEndpointRouteBuilder routes) { if (n == 0) routes.Ping(n); else routes.Add(); }";

    [Theory]
    [InlineData("app.MapGroup(\"/a\").Add();", Add, "GET /a/x")]
    [InlineData("app.Add();", Add, "GET /x")]
    [InlineData("Routes.Add(routes: app.MapGroup(\"/a\"));", Add, "GET /a/x")]
    [InlineData("app.MapGroup(\"/a\").Add(); app.MapGroup(\"/b\").Add();", Add, "GET /a/x", "GET /b/x")]
    [InlineData("app.MapGroup(\"/a\").Add(); app.MapGroup(\"/a/\").Add();", Add, "GET /a/x")]
    [InlineData("foreach (var a in new[] { \"/a\" }) app.MapGroup(a).Add();", Add, "GET /x")]
    [InlineData("app.MapGroup(\"/a\").Nested();", Nested, "GET /a/n/x")]
    [InlineData("app.MapGroup(\"/a\").Nested(); app.Add();", Nested, "GET /a/n/x", "GET /x")]
    [InlineData("app.MapGroup(\"/a\").Ping(1);", Endless, "GET /a/ping/x", "GET /a/x")]
    public async Task A_method_registers_its_routes_in_each_group_that_it_is_given(string code, string methods, params string[] titles) =>
        Assert.Equal(
            titles.Select(static title => $"Route {title}: files:read"),
            await GraphedCode.EntriesAsync(
                GraphedCode.CompileWeb(
                    $"var app = WebApplication.Create(args); {code} static class Routes {{ {methods} }} {GraphedCode.Api}"
                )
            )
        );

    [Fact]
    public async Task A_group_is_passed_from_one_project_to_another()
    {
        var library = GraphedCode.CompileWeb(
            """
            System.Console.WriteLine();
            public static class Routes { public static void AddOrders(this IEndpointRouteBuilder routes) => routes.MapGet("/orders", Api.Read); }
            """ + GraphedCode.Api,
            "Orders"
        );
        var app = GraphedCode.CompileWeb(
            "WebApplication.Create(args).MapGroup(\"/api\").AddOrders();",
            "App",
            library.ToMetadataReference()
        );

        // The order in which the projects are read does not matter.
        Assert.Equal(["Route GET /api/orders: files:read"], await GraphedCode.EntriesAsync(library, app));
        Assert.Equal(["Route GET /api/orders: files:read"], await GraphedCode.EntriesAsync(app, library));
    }
}
