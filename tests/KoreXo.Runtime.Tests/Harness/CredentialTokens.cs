namespace KoreXo.Runtime.Tests;

/// <summary>Requests tokens from a credential directly, for an arbitrary request.</summary>
internal static class CredentialTokens
{
    public static readonly TokenRequestContext Context = new(new Uri("https://platform.example.com"));

    public static async Task<string> TokenAsync(this KoreXoCredential credential, CancellationToken cancellationToken) =>
        (await credential.GetTokenAsync(Context, cancellationToken)).Value;
}
