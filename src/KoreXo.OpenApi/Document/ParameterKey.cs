namespace KoreXo.OpenApi.Document;

/// <summary>Identifies a parameter of an operation by its location and name.</summary>
internal sealed record ParameterKey(ParameterLocation In, string Name)
{
    /// <summary>Gets the key as written in job expressions, for example <c>path.botId</c>.</summary>
    public string Expression =>
        In switch
        {
            ParameterLocation.Path => "path.",
            ParameterLocation.Query => "query.",
            ParameterLocation.Header => "header.",
            _ => "cookie.",
        } + Name;
}
