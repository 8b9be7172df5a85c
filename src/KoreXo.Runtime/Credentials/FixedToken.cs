using System.Runtime.CompilerServices;

namespace KoreXo;

/// <summary>A token that stays until it is replaced; refuses what cannot stand in a header.</summary>
internal sealed class FixedToken(string token, [CallerArgumentExpression(nameof(token))] string parameter = "")
{
    private volatile string _token = Checked(token, parameter);

    public ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<string>(cancellationToken) : new ValueTask<string>(_token);

    public void Replace(string token, [CallerArgumentExpression(nameof(token))] string parameter = "") => _token = Checked(token, parameter);

    public bool IsReplaced(string token) => _token != token;

    private static string Checked(string token, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token, parameter);
        return token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new ArgumentException("The token holds a blank, a line end or a character outside ASCII; was it pasted with its surroundings?", parameter)
            : token;
    }
}
