using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Tests.Registration;

/// <summary>The recipes of docs/guides/configuration.md, by the builder that the registration returns.</summary>
public sealed class TransportRecipeTests
{
    [Fact]
    public async Task Calls_go_through_a_proxy_with_everything_else_as_it_was()
    {
        await using var proxy = await LoopbackServer.AnsweringAsync("""{"nModified":3}""");
        var services = new ServiceCollection();
        services
            .AddKoreXo(options =>
                (options.Endpoint, options.Credential) = (new Uri("http://127.0.0.1:9/behind"), new ApiKeyCredential("token"))
            )
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Endpoint));
        await using var provider = services.BuildServiceProvider();

        var result = await provider
            .GetRequiredService<KoreXoClient>()
            .DataTables.UpdateRowsAsync(
                "T",
                new()
                {
                    Query = new() { Operator = DataTables.DataFilterOperator.And, Expressions = [] },
                    Values = new Dictionary<string, JsonAny>(),
                }
            );

        Assert.Equal(3, result.ModifiedCount);
        Assert.StartsWith("http://127.0.0.1:9/behind/api/public/tables/T", proxy.Only.Target, StringComparison.Ordinal);
        Assert.Equal("token", proxy.Only.Headers["auth"]);
    }

    [Fact]
    public async Task A_redirect_of_a_proxy_is_not_followed()
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync("{}");
        await using var proxy = await LoopbackServer.AnsweringAsync("", 302, "text/plain", ("Location", elsewhere.Endpoint.AbsoluteUri));
        var services = new ServiceCollection();
        services
            .AddKoreXo(options => (options.Endpoint, options.Credential) = (new Uri("http://127.0.0.1:9"), new ApiKeyCredential("token")))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy(proxy.Endpoint));
        await using var provider = services.BuildServiceProvider();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => provider.GetRequiredService<KoreXoClient>().Admin.GetRolesAsync("bot"));

        Assert.Equal(HttpStatusCode.Found, fault.Status);
        Assert.Empty(elsewhere.Requests);
    }
}
