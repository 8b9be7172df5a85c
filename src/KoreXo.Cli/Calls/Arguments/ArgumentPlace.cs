namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Where an argument is sent.</summary>
internal enum ArgumentPlace
{
    Path,
    Query,

    /// <summary>A top-level member of a JSON body or a form.</summary>
    Body,
    Header,
    Cookie,
}
