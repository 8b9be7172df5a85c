using System.Text.Json;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>Names the arguments of an operation as its method does: <c>botId</c> is <c>--bot-id</c>.</summary>
internal static class ArgumentList
{
    private const string IdSuffix = "-id";
    private const string PageSize = "page-size";

    /// <summary>The options of every call. An argument of the same name gets its place before its name.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "body",
        "continue",
        "credentials",
        "document",
        "endpoint",
        "help",
        "json",
        "link",
        "manifest",
        "no-wait",
        "out",
        "output",
        "page-all",
        "resume",
        "simulate",
        "wait",
    };

    /// <summary>Returns the arguments: those of the path, of the query and of the body, then headers and cookies.</summary>
    public static IReadOnlyList<CallArgument> Create(CallOperation operation)
    {
        var facts = ArgumentFacts.Of(operation);
        var unnamed = operation
            .Model.Parameters.Where(static parameter => parameter.Constant is null)
            .Select(Parameter)
            .Concat(Members(operation.Model, operation.Document.Context))
            .OrderBy(static argument => argument.Place)
            .ToList();
        var taken = new HashSet<string>(Reserved, StringComparer.Ordinal);
        var named = unnamed.ConvertAll(argument =>
            argument with
            {
                Option =
                    "--" + Take(taken, argument, IsPageSize(argument, operation.Model.Paging) ? PageSize : Kebab.From(argument.CodeName)),
                Facts = facts(argument.Place, argument.WireName),
            }
        );
        return WithWireOptions(WithAliases(named, taken), taken);
    }

    /// <summary>Returns the members that can be set at the top of a body: those of an object, or of all objects of a choice.</summary>
    public static IEnumerable<PropertyModel> MembersOf(TypeRef? type, EmitContext context) =>
        type is TypeRef.Nullable nullable ? MembersOf(nullable.Inner, context)
        : type is not TypeRef.Named named ? []
        : context.Type(named.Name) switch
        {
            ObjectModel model => model.Properties,
            UnionModel union => union.Cases.SelectMany(item => MembersOf(item.Type, context)),
            _ => [],
        };

    private static CallArgument Parameter(ParameterModel parameter) =>
        new()
        {
            Option = "",
            Place = parameter.Key.In switch
            {
                ParameterLocation.Path => ArgumentPlace.Path,
                ParameterLocation.Query => ArgumentPlace.Query,
                ParameterLocation.Header => ArgumentPlace.Header,
                _ => ArgumentPlace.Cookie,
            },
            WireName = parameter.Key.Name,
            CodeName = parameter.CodeName,
            Type = parameter.Type,
            IsRequired = parameter.IsRequired,
            Description = parameter.Description,
            Parameter = parameter,
        };

    private static IEnumerable<CallArgument> Members(OperationModel operation, EmitContext context)
    {
        var constants = Constants(operation);
        var isChoice = operation.Body?.Type is TypeRef.Named { Kind: NamedKind.Union };
        return MembersOf(operation.Body?.Type, context)
            .Where(member => member is { IsReadOnly: false, Constant: null } && !constants.Contains(member.WireName))
            .GroupBy(static member => member.WireName, StringComparer.Ordinal)
            .Select(static same => same.First())
            .Select(member => new CallArgument
            {
                Option = "",
                Place = ArgumentPlace.Body,
                WireName = member.WireName,
                CodeName = member.CodeName,
                Type = member.Type,
                IsRequired = !isChoice && member is { IsRequired: true, IsGivenByServer: false },
                Description = member.Description,
                Member = member,
            });
    }

    private static HashSet<string> Constants(OperationModel operation)
    {
        using var constants = JsonDocument.Parse($"{{{operation.Constants}}}");
        return constants.RootElement.EnumerateObject().Select(static member => member.Name).ToHashSet(StringComparer.Ordinal);
    }

    // AsPages(pageSize) has one name for what the wire calls limit, size or per_page.
    private static bool IsPageSize(CallArgument argument, PagingModel? paging) =>
        paging?.Size is { } size
        && argument.WireName == (paging.InBody ? size.TrimStart('/') : size)
        && argument.Place == (paging.InBody ? ArgumentPlace.Body : ArgumentPlace.Query);

    private static string Take(HashSet<string> taken, CallArgument argument, string own)
    {
        var name = own.Length > 0 ? own : "value";
        var place = argument.Place.ToString().ToLowerInvariant();
        var free = taken.Contains(name) ? $"{place}-{name}" : name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place}-{name}-{number}");
        }

        return free;
    }

    private static List<CallArgument> WithAliases(List<CallArgument> arguments, HashSet<string> taken)
    {
        // Two that would be called alike get none: a short form that is right by luck is worse than a long one.
        var wanted = arguments
            .Select(Short)
            .OfType<string>()
            .GroupBy(static name => name, StringComparer.Ordinal)
            .Where(same => same.Count() == 1 && !taken.Contains(same.Key))
            .Select(static same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        taken.UnionWith(wanted);
        return arguments.ConvertAll(argument =>
            Short(argument) is { } name && wanted.Contains(name) ? argument with { Alias = "--" + name } : argument
        );
    }

    private static List<CallArgument> WithWireOptions(List<CallArgument> arguments, HashSet<string> taken) =>
        arguments.ConvertAll(argument =>
            Kebab.From(argument.WireName) is { Length: > 0 } name && taken.Add(name) ? argument with { WireOption = "--" + name } : argument
        );

    /// <summary>Returns the short form of a name: <c>bot</c> for <c>bot-id</c>. A name with its place before it has none.</summary>
    private static string? Short(CallArgument argument)
    {
        var name = Kebab.From(argument.CodeName);
        return "--" + name == argument.Option && name.EndsWith(IdSuffix, StringComparison.Ordinal) && name.Length > IdSuffix.Length + 1
            ? name[..^IdSuffix.Length]
            : null;
    }
}
