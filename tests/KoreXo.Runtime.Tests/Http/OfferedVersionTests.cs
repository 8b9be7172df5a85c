using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KoreXo.Runtime.Tests;

/// <summary>A client and a server agree on the newest version of HTTP that both speak.</summary>
public sealed class OfferedVersionTests : IDisposable
{
    private readonly X509Certificate2 _certificate = Certificate();

    public void Dispose() => _certificate.Dispose();

    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task What_the_server_offers_is_spoken(HttpProtocols offered, string spoken)
    {
        await using var server = await StartAsync(offered);
        using var handler = TransportHandler.Create();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown!.GetCertHashString() == _certificate.GetCertHashString();
        var options = new KoreXoClientOptions { Endpoint = new Uri(server.Urls.Single()), Credential = new ApiKeyCredential("k") };
        using var connection = new ApiConnection(options, handler);

        var seen = await connection.SendAsync(TestApi.Request(), Codecs.String, null, CancellationToken.None);

        Assert.Equal(spoken, seen);
    }

    private async Task<WebApplication> StartAsync(HttpProtocols offered)
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
                    {
                        listen.Protocols = offered;
                        listen.UseHttps(_certificate);
                    }
                )
            );
        var app = builder.Build();
        app.Run(static context => context.Response.WriteAsync($"\"{context.Request.Protocol}\""));
        await app.StartAsync();
        return app;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}
