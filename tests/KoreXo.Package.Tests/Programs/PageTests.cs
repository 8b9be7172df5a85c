using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs;

/// <summary>
/// Pages that look things up, and the pages of the packages: their pieces are one program each, which prints what the page says.
/// </summary>
[Collection(ProgramGroup.Name)]
public sealed class PageTests(ProgramProject programs)
{
    public static TheoryData<string> Names { get; } = new(ProgramProject.Pages.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_runs_and_prints_what_it_says(string name)
    {
        await using var account = await SimulatedAccount.StartAsync();
        Configure(account);

        var printed = await programs.RunAsync(account, name);

        var position = 0;
        foreach (var line in new ProgramPage(name, GuidePage.Read(ProgramProject.Pages[name])).Printed)
        {
            var found = printed.IndexOf(line, position, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{line}' is not printed, or not in its place:\n{printed}");
            position = found + line.Length;
        }
    }

    /// <summary>The settings and files that the pages take for granted.</summary>
    private static void Configure(SimulatedAccount account)
    {
        account.Variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var section in new[] { "KoreXo", "KoreXo__eu" })
        {
            account.Variables[section + "__Endpoint"] = account.Variables["XO_ENDPOINT"];
            account.Variables[section + "__Credential__ClientId"] = account.Variables["XO_PLATFORM_ID"];
            account.Variables[section + "__Credential__ClientSecret"] = account.Variables["XO_PLATFORM_SECRET"];
        }

        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllBytes(Path.Combine(account.Folder, "client.pfx"), certificate.Export(X509ContentType.Pkcs12, "secret"));
        account.Variables["ClientCertificate__Password"] = "secret";
        File.WriteAllText(
            Path.Combine(account.Folder, "travel-ci.scopes.json"),
            """{ "app": "travel-ci", "credentials": { "platform": ["Bot Sessions"] } }"""
        );
    }
}
