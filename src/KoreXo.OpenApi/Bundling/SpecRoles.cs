using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Bundling;

/// <summary>Determines the roles of members, and where shared values of a role belong.</summary>
internal static class SpecRoles
{
    /// <summary>The role of a member; null for what has no references.</summary>
    public static SpecRole Member(SpecRole owner, string name) =>
        owner switch
        {
            SpecRole.Document => OfDocument(name),
            SpecRole.Components => OfComponents(name),
            SpecRole.Paths or SpecRole.Callback => SpecRole.Path,
            SpecRole.Path when HttpVerb.IsVerb(name) => SpecRole.Operation,
            SpecRole.Path when name == "additionalOperations" => SpecRole.Operations,
            SpecRole.Path when name == "parameters" => SpecRole.Parameters,
            SpecRole.Operations => SpecRole.Operation,
            SpecRole.Operation => OfOperation(name),
            SpecRole.Parameters => SpecRole.Parameter,
            SpecRole.Bodies => SpecRole.Body,
            SpecRole.Responses => SpecRole.Response,
            SpecRole.Headers => SpecRole.Header,
            SpecRole.CallbackMap => SpecRole.Callback,
            SpecRole.Contents => SpecRole.Media,
            SpecRole.SecuritySchemes => SpecRole.SecurityScheme,
            SpecRole.Schemas or SpecRole.SchemaList => SpecRole.Schema,
            SpecRole.Response when name == "headers" => SpecRole.Headers,
            SpecRole.Parameter or SpecRole.Body or SpecRole.Response or SpecRole.Header when name == "content" => SpecRole.Contents,
            SpecRole.Parameter or SpecRole.Response or SpecRole.Header or SpecRole.Media when name is "schema" or "itemSchema" =>
                SpecRole.Schema,
            SpecRole.Schema => OfSchema(name),
            _ => SpecRole.None,
        };

    /// <summary>Returns whether the members of a value are named by the author.</summary>
    public static bool IsMap(SpecRole role) =>
        role
            is SpecRole.Paths
                or SpecRole.Operations
                or SpecRole.Parameters
                or SpecRole.Bodies
                or SpecRole.Responses
                or SpecRole.Headers
                or SpecRole.Contents
                or SpecRole.CallbackMap
                or SpecRole.SecuritySchemes
                or SpecRole.Schemas;

    /// <summary>Returns the role of the value at a JSON pointer; <see cref="SpecRole.None"/> if it has none.</summary>
    public static SpecRole At(string pointer) => JsonPointer.Tokens(pointer).Aggregate(SpecRole.Document, Member);

    /// <summary>Returns the folder of components for values of a role; null if they cannot be components.</summary>
    public static string? Folder(SpecRole role) =>
        role switch
        {
            SpecRole.Schema => "schemas",
            SpecRole.Parameter => "parameters",
            SpecRole.Body => "requestBodies",
            SpecRole.Response => "responses",
            SpecRole.Header => "headers",
            SpecRole.Media => "mediaTypes",
            SpecRole.Callback => "callbacks",
            SpecRole.SecurityScheme => "securitySchemes",
            _ => null,
        };

    private static SpecRole OfDocument(string name) =>
        name switch
        {
            "paths" or "webhooks" or "x-webhooks" => SpecRole.Paths,
            "components" => SpecRole.Components,
            "definitions" => SpecRole.Schemas,
            "securityDefinitions" => SpecRole.SecuritySchemes,
            "parameters" => SpecRole.Parameters,
            "responses" => SpecRole.Responses,
            _ => SpecRole.None,
        };

    private static SpecRole OfComponents(string name) =>
        name switch
        {
            "schemas" => SpecRole.Schemas,
            "parameters" => SpecRole.Parameters,
            "requestBodies" => SpecRole.Bodies,
            "responses" => SpecRole.Responses,
            "headers" => SpecRole.Headers,
            "mediaTypes" => SpecRole.Contents,
            "callbacks" => SpecRole.CallbackMap,
            "pathItems" => SpecRole.Paths,
            "securitySchemes" => SpecRole.SecuritySchemes,
            _ => SpecRole.None,
        };

    private static SpecRole OfOperation(string name) =>
        name switch
        {
            "parameters" => SpecRole.Parameters,
            "requestBody" => SpecRole.Body,
            "responses" => SpecRole.Responses,
            "callbacks" => SpecRole.CallbackMap,
            _ => SpecRole.None,
        };

    private static SpecRole OfSchema(string name) =>
        name switch
        {
            "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => SpecRole.Schemas,
            "allOf" or "oneOf" or "anyOf" or "prefixItems" => SpecRole.SchemaList,
            "items" or "additionalProperties" or "contentSchema" or "not" or "if" or "then" or "else" or "contains" => SpecRole.Schema,
            "propertyNames" or "additionalItems" or "unevaluatedItems" or "unevaluatedProperties" => SpecRole.Schema,
            _ => SpecRole.None,
        };
}
