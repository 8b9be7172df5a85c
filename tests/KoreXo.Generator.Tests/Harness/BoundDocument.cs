using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Tests.Harness;

/// <summary>A document as the model that code is emitted from, and what is reported about it.</summary>
internal sealed class BoundDocument
{
    private readonly ParseResult _result;

    private BoundDocument(string text, DocumentOptions options) =>
        _result = SpecParser.Parse("api/main.yaml", text, options, CancellationToken.None);

    /// <summary>Gets the settings of an item without any metadata.</summary>
    public static DocumentOptions NoOptions { get; } = new("N", "TestClient", null, default, default, "");

    public DocumentModel Model => _result.Model ?? throw new InvalidOperationException(string.Join('\n', Problems));

    /// <summary>Gets the patterns and tags that selected something.</summary>
    public IEnumerable<string> Matched => _result.Matched;

    /// <summary>Gets what is wrong, without the summary of what is not supported.</summary>
    public IReadOnlyList<string> Problems =>
        [
            .. _result
                .Problems.Where(static problem => problem.RuleId != SpecRules.LeftOut)
                .Select(static problem =>
                    $"{problem.FilePath}({problem.Line + 1}) {problem.RuleId} {problem.Pointer}: {problem.First}; {problem.Second}"
                ),
        ];

    public static BoundDocument From(string text, DocumentOptions? options = null) => new(text, options ?? NoOptions);

    /// <summary>Binds an OpenAPI 3.1 document whose first lines are the version and the title.</summary>
    public static BoundDocument Of(string members, DocumentOptions? options = null) =>
        From("openapi: 3.1.0\ninfo: { title: T, version: '1' }\n" + members, options);

    /// <summary>Binds an operation <c>a</c>, which is <c>GET /a</c>; its responses may be among the members.</summary>
    public static BoundDocument Get(string members, string rest = "") =>
        Of($"paths: {{ /a: {{ get: {{ operationId: a, {members}{Responses(members)} }} }} }}\n{rest}");

    /// <summary>Binds an operation <c>a</c>, which is <c>POST /a</c>; its responses may be among the members.</summary>
    public static BoundDocument Post(string members, string rest = "") =>
        Of($"paths: {{ /a: {{ post: {{ operationId: a, {members}{Responses(members)} }} }} }}\n{rest}");

    /// <summary>Binds an operation that receives the schema <c>S</c>, which is one of the schemas.</summary>
    public static BoundDocument Schemas(string schemas) =>
        Get(
            "responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } }",
            $"components:\n  schemas:\n{schemas}"
        );

    /// <summary>Returns an operation, with the methods for its further forms.</summary>
    public OperationModel Operation(string id = "a") => Model.Operations.Single(operation => operation.Id == id);

    /// <summary>Returns the members of a class, one in each line.</summary>
    public IEnumerable<string> Members(string type) => Type<ObjectModel>(type).Properties.Select(Describe);

    /// <summary>Returns the cases of a union, one in each line, with the values of its discriminator.</summary>
    public IEnumerable<string> Cases(string type) =>
        Type<UnionModel>(type)
            .Cases.Select(static item =>
                $"{item.Name}: {Describe(item.Type)}" + (item.Values.Count == 0 ? "" : $" by {string.Join(", ", item.Values)}")
            );

    public T Type<T>(string name)
        where T : TypeModel => Assert.IsType<T>(Model.Types.Single(type => type.Name == name));

    /// <summary>Writes a type: <c>[Pet]</c> for a list, <c>{Pet}</c> for a map, <c>Pet?</c> for what may be null.</summary>
    public static string Describe(TypeRef? type) =>
        type switch
        {
            TypeRef.Scalar scalar => scalar.Kind.ToString(),
            TypeRef.Named named => named.Name,
            TypeRef.List list => $"[{Describe(list.Item)}]",
            TypeRef.Map map => $"{{{Describe(map.Value)}}}",
            TypeRef.Pair pair => $"({Describe(pair.Value)})",
            TypeRef.Nullable nullable => Describe(nullable.Inner) + "?",
            _ => "nothing",
        };

    /// <summary>Writes a member: its name, its type, <c>!</c> if it is required, <c>?</c> if it may be null.</summary>
    private static string Describe(PropertyModel member) =>
        $"{member.WireName}: {Describe(member.Type)}{(member.IsRequired ? "!" : "")}{(member.IsNullable ? "?" : "")}"
        + (member.Constant is { } constant ? $" = {constant}" : "")
        + (
            member.IsReadOnly ? " read only"
            : member.IsSentByPager ? " by pager"
            : member.IsGivenByServer ? " given"
            : ""
        );

    private static string Responses(string members) =>
        members.Contains("responses:", StringComparison.Ordinal) ? ""
        : members.Length == 0 ? "responses: { '204': { description: Done. } }"
        : ", responses: { '204': { description: Done. } }";
}
