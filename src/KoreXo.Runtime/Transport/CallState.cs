namespace KoreXo.Runtime;

/// <summary>One call on its way: what was asked, and what is known so far.</summary>
internal sealed class CallState(OperationRequest request, CallOptions? options, CredentialChoice choice)
{
    public OperationRequest Request { get; } = request;

    public OperationDescriptor Operation => Request.Operation;

    public CallOptions? Options { get; } = options;

    public CredentialChoice Choice { get; } = choice;

    public int Attempts { get; set; }

    /// <summary>Gets or sets the token of the attempt under way, to black it out where a server echoes it.</summary>
    public string? Token { get; set; }

    public string? RequestId { get; set; }

    public ErrorFacts Facts() => new()
    {
        Method = Operation.Method.Method,
        Path = Operation.Path,
        OperationId = Operation.Id.Length == 0 ? null : Operation.Id,
        RequestId = RequestId,
        Attempts = Attempts,
    };

    /// <summary>Begins a message: verb and path template.</summary>
    public string Title => $"{Operation.Method} {Operation.Path}";

    public string? Redact(string? text) => string.IsNullOrEmpty(Token) ? text : text?.Replace(Token, "***", StringComparison.Ordinal);
}
