namespace KoreXo.Runtime;

/// <summary>What is known of the current attempt of a call.</summary>
internal struct AttemptState
{
    private (string Token, string[]? Others, Redactor Redactor)? _redactor;

    /// <summary>The token that is sent, to redact it where a server echoes it.</summary>
    public string? Token;

    /// <summary>The tokens of the additional credentials.</summary>
    public string[]? OtherTokens;

    /// <summary>The permit, if the attempt has one.</summary>
    public QuotaLease Permit;

    /// <summary>The timer that ends the attempt after a silence; <see langword="null"/> if little is transferred.</summary>
    public IdleTimer? Idle;

    /// <summary>The response, for its headers; its body may already be disposed.</summary>
    public HttpResponseMessage? Answer;

    /// <summary>Gets what hides the tokens in a string; <see langword="null"/> if there are none.</summary>
    public Redactor? Redactor
    {
        get
        {
            if (_redactor is not { } known || known.Token != Token || known.Others != OtherTokens)
            {
                _redactor = string.IsNullOrEmpty(Token)
                    ? null
                    : (Token, OtherTokens, SensitiveValues.Redactor(OtherTokens is null ? [Token] : [Token, .. OtherTokens]));
            }

            return _redactor?.Redactor;
        }
    }

    /// <summary>Takes the permit over, to end it.</summary>
    public QuotaLease TakePermit()
    {
        var permit = Permit;
        Permit = default;
        return permit;
    }
}
