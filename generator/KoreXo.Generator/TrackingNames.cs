namespace KoreXo.Generator;

/// <summary>The names of the pipeline's steps, by which tests query what ran.</summary>
internal static class TrackingNames
{
    public const string Read = nameof(Read);
    public const string Parts = nameof(Parts);
    public const string Parse = nameof(Parse);
    public const string Model = nameof(Model);
    public const string Scopes = nameof(Scopes);
    public const string Problems = nameof(Problems);
}
