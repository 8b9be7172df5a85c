using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Tests.Registration;

/// <summary>The recipe for certificates of docs/guides/configuration.md, on a server that lets nobody in without one.</summary>
public sealed class CertificateRecipeTests : IDisposable
{
    private readonly X509Certificate2 _server = Certificate("localhost");
    private string? _shown;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_server_that_asks_for_a_certificate_is_shown_the_clients()
    {
        using var certificate = Certificate("travel-ci");
        await using var server = await StartAsync();
        await using var provider = Connect(server, handler => handler.SslOptions.ClientCertificates = [certificate]);

        await provider.GetRequiredService<KoreXoClient>().Admin.GetRolesAsync("bot");

        Assert.Equal("CN=travel-ci", _shown);
    }

    [Fact]
    public async Task Without_a_certificate_the_call_fails_before_it_can_be_applied()
    {
        await using var server = await StartAsync();
        await using var provider = Connect(server, static _ => { });

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => provider.GetRequiredService<KoreXoClient>().Admin.GetRolesAsync("bot"));

        Assert.Null(fault.Status);
        Assert.Null(_shown);
    }

    private ServiceProvider Connect(WebApplication server, Action<SocketsHttpHandler> configure)
    {
        var services = new ServiceCollection();
        services
            .AddKoreXo(options =>
                (options.Endpoint, options.Credential, options.MaxRetries) = (
                    new Uri(server.Urls.Single()),
                    new ApiKeyCredential("token"),
                    0
                )
            )
            .ConfigurePrimaryHttpMessageHandler(
                (handler, _) =>
                {
                    var sockets = (SocketsHttpHandler)handler;
                    sockets.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown!.GetCertHashString() == _server.GetCertHashString();
                    configure(sockets);
                }
            );
        return services.BuildServiceProvider();
    }

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    listen =>
                        listen.UseHttps(https =>
                        {
                            https.ServerCertificate = _server;
                            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                            https.AllowAnyClientCertificate();
                        })
                )
            );
        var app = builder.Build();
        app.Run(async context =>
        {
            _shown = context.Connection.ClientCertificate!.Subject;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{}");
        });
        await app.StartAsync();
        return app;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}
