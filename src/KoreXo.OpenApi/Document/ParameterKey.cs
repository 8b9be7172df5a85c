namespace KoreXo.OpenApi.Document;

/// <summary>Identifies a parameter of an operation by its location and name.</summary>
internal sealed record ParameterKey(ParameterLocation In, string Name)
{
    /// <summary>Gets the key as written in job expressions, for example <c>path.botId</c>.</summary>
    public string Expression => Place + "." + Name;

    private string Place =>
        In switch
        {
            ParameterLocation.Path => "path",
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            _ => "cookie",
        };

    /// <summary>Returns whether a word of the document denotes the location of the parameter.</summary>
    public bool IsIn(string place) => Place == place;
}
