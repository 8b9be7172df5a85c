using System.Text;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A user name and a password for HTTP Basic authentication (RFC 7617, in UTF-8).</summary>
public sealed class BasicCredential : KoreXoCredential
{
    private readonly AccessToken _token;

    /// <summary>Initializes a new instance of the <see cref="BasicCredential"/> class.</summary>
    /// <param name="userName">The user name, without a colon.</param>
    /// <param name="password">The password; may be empty, for example if the user name is an API key.</param>
    /// <exception cref="ArgumentException">The name is empty or contains a colon, which separates it from the password.</exception>
    public BasicCredential(string userName, string password)
    {
        Required.Text(userName, nameof(userName));
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name cannot contain a colon, which separates it from the password.", nameof(userName));
        }

        _token = new AccessToken(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));
    }

    internal override bool KeepsTokens => false;

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<AccessToken>(cancellationToken)
            : new ValueTask<AccessToken>(_token);
}
