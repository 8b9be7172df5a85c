using System.Reflection;
using KoreXo.Conventions.Surface;

namespace KoreXo.Conventions.Documents;

/// <summary>Analyzers judge by the attributes, so these say what the documents say.</summary>
public sealed class AttributeTests
{
    private static readonly Dictionary<string, SpecOperation> Documented = SpecFiles.Operations.ToDictionary(
        static operation => operation.Id,
        StringComparer.Ordinal
    );

    [Fact]
    public void Each_operation_has_one_method()
    {
        var methods = Shipped
            .Operations.Where(static method => !IsResume(method))
            .Select(static method => method.Name)
            .Order(StringComparer.Ordinal);

        Assert.Equal(SpecFiles.Operations.Select(static operation => operation.Method).Order(StringComparer.Ordinal), methods);
    }

    [Fact]
    public void ApiOperation_says_id_verb_and_path() =>
        Rule.Holds(
            "[ApiOperation] agrees with the document:",
            Shipped.Operations,
            static method =>
                method.GetCustomAttribute<ApiOperationAttribute>() is { } said
                && Documented.TryGetValue(said.OperationId, out var operation)
                && said.Method == operation.Verb
                && said.Path == operation.Path
                && (IsResume(method) || method.Name == operation.Method),
            Shipped.Name
        );

    [Fact]
    public void RequiresScopes_says_the_alternatives() =>
        Rule.Holds(
            "[RequiresScopes] agrees with x-scopes:",
            Shipped.Operations,
            static method =>
                Documented[method.GetCustomAttribute<ApiOperationAttribute>()!.OperationId]
                    .Alternatives.Order(StringComparer.Ordinal)
                    .SequenceEqual(
                        method.GetCustomAttributes<RequiresScopesAttribute>().Select(Alternative).Order(StringComparer.Ordinal),
                        StringComparer.Ordinal
                    ),
            Shipped.Name
        );

    [Fact]
    public void RequiresScopes_names_the_parameter_of_the_resource() =>
        Rule.Holds(
            "[RequiresScopes] has the resource of x-scopes:",
            Shipped.Operations.Where(static method => !IsResume(method)),
            static method =>
                Documented[method.GetCustomAttribute<ApiOperationAttribute>()!.OperationId]
                    .Resources.SequenceEqual(
                        method.GetCustomAttributes<RequiresScopesAttribute>().Select(static needs => needs.ResourceParameter)
                    ),
            Shipped.Name
        );

    [Fact]
    public void A_resumed_job_needs_what_its_status_call_needs()
    {
        var starts = SpecFiles
            .Operations.Where(static operation => operation.JobStatus is not null)
            .ToDictionary(
                static operation => "Resume" + operation.Id["start".Length..],
                static operation => operation.JobStatus,
                StringComparer.Ordinal
            );
        Rule.Holds(
            "Resume… carries the operation of the job's status:",
            Shipped.Operations.Where(IsResume),
            method => method.GetCustomAttribute<ApiOperationAttribute>()!.OperationId == starts.GetValueOrDefault(method.Name),
            Shipped.Name
        );
    }

    private static bool IsResume(MethodInfo method) => method.Name.StartsWith("Resume", StringComparison.Ordinal);

    private static string Alternative(RequiresScopesAttribute needs) =>
        $"{needs.Credential}: {string.Join(" + ", needs.AllOf.Order(StringComparer.Ordinal))}";
}
