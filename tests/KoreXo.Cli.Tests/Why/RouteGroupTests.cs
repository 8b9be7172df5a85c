using KoreXo.Cli.Tests.Graphs;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The titles of routes that a method registers in the group that it is given.</summary>
public sealed class RouteGroupTests
{
    [Fact]
    public async Task A_route_has_the_pattern_of_the_group_that_is_passed_to_the_method() =>
        Assert.Equal(
            ["DELETE /api/sessions/{id}", "GET /api/sessions"],
            await TitlesAsync(
                "app.MapGroup(\"/api\").MapSessions();",
                """
                public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder routes)
                {
                    var sessions = routes.MapGroup("/sessions");
                    sessions.MapDelete("/{id}", (IFiles files, string id) => files.DeleteAsync(id));
                    routes.MapGet("/sessions", (IFiles files) => files.GetAsync("1"));
                    return routes;
                }
                """
            )
        );

    [Fact]
    public async Task A_route_is_listed_for_each_group_that_is_passed() =>
        Assert.Equal(
            ["GET /sessions", "GET /v1/sessions", "GET /v2/sessions"],
            await TitlesAsync(
                "app.MapGroup(\"/v1\").MapSessions(); Routes.MapSessions(app.MapGroup(\"/v2/\")); app.MapSessions();",
                """
                public static void MapSessions(this IEndpointRouteBuilder routes) =>
                    routes.MapGet("/sessions", (IFiles files) => files.GetAsync("1"));
                """
            )
        );

    [Fact]
    public async Task A_group_is_followed_through_methods_that_pass_it_on() =>
        Assert.Equal(
            ["GET /api/v1/sessions"],
            await TitlesAsync(
                "app.MapGroup(\"/api\").MapAll(3);",
                """
                public static void MapAll(this RouteGroupBuilder api, int times)
                {
                    if (times > 0) api.MapAll(times - 1); else api.MapGroup("/v1").MapSessions();
                }
                static void MapSessions(this IEndpointRouteBuilder routes) =>
                    routes.MapGet("/sessions", (IFiles files) => files.GetAsync("1"));
                """
            )
        );

    [Fact]
    public async Task A_group_that_the_method_replaces_is_not_in_the_title() =>
        Assert.Equal(
            ["GET /sessions"],
            await TitlesAsync(
                "app.MapGroup(\"/api\").MapSessions(app);",
                """
                public static void MapSessions(this IEndpointRouteBuilder routes, IEndpointRouteBuilder root)
                {
                    routes = root;
                    routes.MapGet("/sessions", (IFiles files) => files.GetAsync("1"));
                }
                """
            )
        );

    [Fact]
    public async Task A_group_is_followed_through_methods_that_return_it() =>
        Assert.Equal(
            ["GET /api/v1/sessions"],
            await TitlesAsync(
                "app.Api().MapGet(\"/sessions\", (IFiles files) => files.GetAsync(\"1\"));",
                """
                public static RouteGroupBuilder Api(this IEndpointRouteBuilder app) => Versioned(routes: app.MapGroup("/api"), version: 1);
                static RouteGroupBuilder Versioned(int version, RouteGroupBuilder routes)
                {
                    var versioned = routes.MapGroup("/v1");
                    return versioned.WithTags("v" + version);
                }
                """
            )
        );

    [Fact]
    public async Task Of_a_group_that_depends_on_a_condition_nothing_is_in_the_title() =>
        Assert.Equal(
            ["GET /sessions"],
            await TitlesAsync(
                "app.Api(true).MapGet(\"/sessions\", (IFiles files) => files.GetAsync(\"1\"));",
                """
                public static RouteGroupBuilder Api(this IEndpointRouteBuilder app, bool old)
                {
                    if (old) return app.MapGroup("/old");
                    return app.Api(true).MapGroup("/new");
                }
                """
            )
        );

    [Fact]
    public async Task A_method_that_returns_what_it_returns_itself_ends() =>
        Assert.Equal(
            ["GET /sessions"],
            await TitlesAsync(
                "app.MapGroup(\"\").Api().MapGet(\"/sessions\", (IFiles files) => files.GetAsync(\"1\"));",
                "public static RouteGroupBuilder Api(this RouteGroupBuilder routes) => routes.Api();"
            )
        );

    private static async Task<IEnumerable<string>> TitlesAsync(string main, string methods)
    {
        var entries = await GraphedCode.EntriesAsync(
            GraphedCode.CompileWeb(
                $$"""
                var app = WebApplication.Create(args);
                {{main}}
                app.Run();

                public static class Routes
                {
                    {{methods}}
                }
                """
            )
        );
        return [.. entries.Select(static entry => entry["Route ".Length..entry.LastIndexOf(": ", StringComparison.Ordinal)])];
    }
}
