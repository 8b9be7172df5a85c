namespace KoreXo.OpenApi.Bundling;

/// <summary>The role of a value in a document, by its location. The members of a map are named by the author.</summary>
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
    SecuritySchemes,
    SecurityScheme,
    Schemas,
    SchemaList,
    Schema,
}
