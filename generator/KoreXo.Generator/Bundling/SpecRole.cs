namespace KoreXo.Generator.Bundling;

/// <summary>What a value of a document is, by where it is. A map has members that the author names.</summary>
internal enum SpecRole
{
    None,
    Document,
    Components,
    Paths,
    Path,
    Operations,
    Operation,
    Parameters,
    Parameter,
    Bodies,
    Body,
    Responses,
    Response,
    Headers,
    Header,
    Contents,
    Media,
    CallbackMap,
    Callback,
    Schemas,
    Schema,
}
