namespace KoreXo.OpenApi.Document;

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,
}
