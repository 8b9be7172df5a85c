using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KoreXo.Package.Tests.Guides;

/// <summary>
/// The shop of the guide to foreign documents, with its token endpoint: 120 orders, and an export that is done at the third look.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string Secret = "shop-secret";

    private readonly WebApplication _app;
    private readonly List<JsonObject> _orders = [.. Enumerable.Range(1, 120).Select(static number => Order(number))];
    private readonly ConcurrentQueue<string> _scopes = new();
    private int _looks;

    private Shop()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/oauth/token", (RequestDelegate)IssueTokenAsync);
        _app.MapGet("/v1/orders", (RequestDelegate)(context => ReplyAsync(context, "orders.read", ListOrders)));
        _app.MapPost("/v1/orders", (RequestDelegate)(context => ReplyAsync(context, "orders.write", _ => AddOrder())));
        _app.MapPost("/v1/exports", (RequestDelegate)(context => ReplyAsync(context, "orders.export", static _ => Export("queued"))));
        _app.MapGet(
            "/v1/exports/e-1",
            (RequestDelegate)(
                context => ReplyAsync(context, "orders.export", _ => Export(Interlocked.Increment(ref _looks) < 3 ? "running" : "done"))
            )
        );
    }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>The scopes that tokens were asked for, in order.</summary>
    public IEnumerable<string> RequestedScopes => _scopes;

    public static async Task<Shop> StartAsync()
    {
        var shop = new Shop();
        await shop._app.StartAsync();
        var address = shop._app.Urls.First();
        shop.Variables["SHOP_ENDPOINT"] = address + "/v1";
        shop.Variables["SHOP_TOKEN_ENDPOINT"] = address + "/oauth/token";
        shop.Variables["SHOP_SECRET"] = Secret;
        return shop;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static JsonObject Order(int number) =>
        new()
        {
            ["id"] = $"{number}",
            ["state"] = "open",
            ["customer"] = "ada@example.com",
            ["lines"] = new JsonArray(),
        };

    private static JsonObject Export(string state) => new() { ["id"] = "e-1", ["state"] = state };

    private async Task IssueTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal("Basic " + Convert.ToBase64String("shop-export:shop-secret"u8), context.Request.Headers.Authorization);
        var scope = form["scope"].ToString();
        _scopes.Enqueue(scope);
        await WriteAsync(
            context,
            new JsonObject
            {
                ["access_token"] = "token-for-" + scope,
                ["token_type"] = "Bearer",
                ["expires_in"] = 3600,
            }
        );
    }

    private static async Task ReplyAsync(HttpContext context, string scope, Func<HttpContext, JsonObject> reply)
    {
        if (context.Request.Headers.Authorization != $"Bearer token-for-{scope}")
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await WriteAsync(context, reply(context));
    }

    private static Task WriteAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private JsonObject ListOrders(HttpContext context)
    {
        var (offset, limit) = (int.Parse(context.Request.Query["offset"]!, null), int.Parse(context.Request.Query["limit"]!, null));
        return new JsonObject
        {
            ["orders"] = new JsonArray([.. _orders.Skip(offset).Take(limit).Select(static order => order.DeepClone())]),
            ["total"] = _orders.Count,
        };
    }

    private JsonObject AddOrder()
    {
        var order = Order(_orders.Count + 1);
        _orders.Add(order);
        return (JsonObject)order.DeepClone();
    }
}
