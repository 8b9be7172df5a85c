using System.Runtime.CompilerServices;

namespace KoreXo.Runtime;

/// <summary>A token that is used until it is replaced; rejects characters that cannot be sent in a header.</summary>
internal sealed class FixedToken(string token, [CallerArgumentExpression(nameof(token))] string parameter = "")
{
    private volatile string _token = Checked(token, parameter);

    public string Value => _token;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<AccessToken>(cancellationToken)
            : new ValueTask<AccessToken>(new AccessToken(_token));

    public void Replace(string token, [CallerArgumentExpression(nameof(token))] string parameter = "") =>
        _token = Checked(token, parameter);

    public bool IsReplaced(string token) => _token != token;

    /// <summary>Checks whether a string can be sent in a header as it is: printable ASCII without spaces.</summary>
    public static bool IsToken(string? text) => !string.IsNullOrEmpty(text) && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    private static string Checked(string token, string parameter)
    {
        Required.Text(token, parameter);
        return IsToken(token)
            ? token
            : throw new ArgumentException(
                $"The {parameter} contains a space, a line break or a non-ASCII character; check that nothing else was copied with it.",
                parameter
            );
    }
}
