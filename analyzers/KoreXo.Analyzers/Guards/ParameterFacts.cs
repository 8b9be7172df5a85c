using System.Globalization;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Placeholders for what is unknown about a parameter until its member is called: whether it is true, and which scope it names. Each call
/// substitutes its arguments.
/// </summary>
internal static class ParameterFacts
{
    // No scope of a catalog starts with this character.
    private const char Mark = '\u0001';
    private const char IsTrue = 't';
    private const char IsFalse = 'f';
    private const char IsNull = 'n';
    private const char NamesScope = 's';

    /// <summary>Returns the condition of a parameter: a placeholder for that of its argument.</summary>
    public static Condition Of(IParameterSymbol parameter) =>
        new(Fact(parameter, IsTrue), Fact(parameter, IsFalse), Fact(parameter, IsNull));

    /// <summary>Returns the placeholder for the scope that a parameter names.</summary>
    public static string Scope(IParameterSymbol parameter) => Name(parameter, NamesScope);

    // "void Ensure(bool ok) { if (!ok) throw …; }" proves whatever its argument proves when it is true. Its summary says so with a
    // placeholder in the place of a scope, and Ensure(client.HoldsScopes("a")) replaces the placeholder with {a}. So the method is
    // analyzed once, and not once for each call.
    /// <summary>Replaces the placeholders of parameters with the arguments of a call.</summary>
    public static HeldFacts Bind(
        HeldFacts facts,
        IInvocationOperation call,
        VariableUse variables,
        ReadOnlyFields fields,
        Func<IOperation, Condition> argument
    ) =>
        facts
            .Cases.Select(one => Bind(one, call, variables, fields, argument))
            .Aggregate(HeldFacts.Unreachable, static (first, second) => first.Or(second));

    private static HeldFacts Bind(
        HeldSets facts,
        IInvocationOperation call,
        VariableUse variables,
        ReadOnlyFields fields,
        Func<IOperation, Condition> argument
    )
    {
        var bound = HeldFacts.None;
        foreach (var set in facts.Sets)
        {
            var names = set.Where(static name => !IsPlaceholder(name)).ToList();
            foreach (var placeholder in set.Where(IsPlaceholder))
            {
                var (name, resource) = (ResourceScope.Scope(placeholder), ResourceScope.Resource(placeholder));
                if (ResourceVariable.Is(resource) && (resource = Bind(resource!, call, variables, fields)) is null)
                {
                    continue;
                }

                if (name[0] != Mark)
                {
                    names.Add(ResourceScope.Create(name, resource));
                    continue;
                }

                if (call.Arguments.FirstOrDefault(candidate => IsOf(name, candidate.Parameter)) is not { } given)
                {
                    continue;
                }

                if (name[1] == NamesScope)
                {
                    names.AddRange(GuardReader.Scopes(given.Value, variables).Select(scope => ResourceScope.Create(scope, resource)));
                }
                else
                {
                    bound = bound.And(Part(argument(given.Value), name[1]));
                }
            }

            bound = bound.And(HeldFacts.Of(names));
        }

        return bound;
    }

    // A variable that is no parameter of a local function is one of the member around it, which is the caller's too.
    private static string? Bind(string resource, IInvocationOperation call, VariableUse variables, ReadOnlyFields fields)
    {
        var argument = call.Arguments.FirstOrDefault(candidate =>
            candidate.Parameter is { } parameter && ResourceVariable.From(parameter.OriginalDefinition) == resource
        );
        return argument is not null ? ResourceArgument.Resource(argument.Value, () => variables, fields)
            : call.TargetMethod.MethodKind == MethodKind.LocalFunction ? resource
            : null;
    }

    private static HeldFacts Part(Condition condition, char part) =>
        part switch
        {
            IsTrue => condition.WhenTrue,
            IsFalse => condition.WhenFalse,
            _ => condition.WhenNull,
        };

    private static HeldFacts Fact(IParameterSymbol parameter, char part) => HeldFacts.Of([Name(parameter, part)]);

    private static bool IsPlaceholder(string name) =>
        name.StartsWith(Mark.ToString(), StringComparison.Ordinal) || ResourceVariable.Is(ResourceScope.Resource(name));

    private static bool IsOf(string name, IParameterSymbol? parameter) =>
        parameter is not null && name == Name((IParameterSymbol)parameter.OriginalDefinition, name[1]);

    // The location of the declaration distinguishes a local function's parameters from those of the enclosing member.
    private static string Name(IParameterSymbol parameter, char part) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0}{1}{2}@{3}",
            Mark,
            part,
            parameter.Ordinal,
            parameter.Locations.FirstOrDefault()?.SourceSpan.Start ?? -1
        );
}
