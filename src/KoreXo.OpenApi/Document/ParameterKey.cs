namespace KoreXo.OpenApi.Document;

/// <summary>What identifies a parameter of an operation: where it is sent, and its name there.</summary>
internal sealed record ParameterKey(ParameterLocation In, string Name)
{
    /// <summary>The key as job expressions write it, for example <c>path.botId</c>.</summary>
    public string Expression =>
        In switch
        {
            ParameterLocation.Path => "path.",
            ParameterLocation.Query => "query.",
            ParameterLocation.Header => "header.",
            _ => "cookie.",
        } + Name;
}
