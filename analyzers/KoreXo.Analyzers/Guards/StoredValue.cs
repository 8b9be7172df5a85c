using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>
/// Finds what a read-only field or a property without a setter proves, from the initializers and constructors that assign it.
/// </summary>
internal sealed class StoredValue(ISymbol member, GuardedMembers members, CallPath path, CancellationToken cancellation)
{
    /// <summary>Returns whether a member stores its value instead of computing it.</summary>
    public static bool IsStored(ISymbol member) =>
        member is IPropertySymbol { GetMethod: not null, ContainingType: not null } property
        && property
            .ContainingType.GetMembers()
            .Any(field => field is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property));

    //     private readonly bool _canRead;
    //     public Importer(ApiClient client) => _canRead = client.HoldsScopes("a");
    // Wherever _canRead is true, 'a' is held: nobody but an initializer or a constructor can assign the field. Constructors that call
    // another one of the class ("this(…)") start with what that one left behind.
    public Condition Find(Compilation compilation)
    {
        if (member is IPropertySymbol { SetMethod: not null } || member.ContainingType is not { } type || HasInit(type))
        {
            return Condition.Unknown;
        }

        var initial = Initializer(compilation);
        var start = initial ?? Default(member);
        var constructors = (member.IsStatic ? type.StaticConstructors : type.InstanceConstructors)
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<ConstructorDeclarationSyntax>()
            .ToLookup(static constructor => constructor.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer));
        Condition? value = null;
        foreach (var constructor in constructors[false])
        {
            value = Join(value, After(constructor, start, compilation));
        }

        value ??= start;
        foreach (var constructor in constructors[true])
        {
            value = Join(value, After(constructor, value, compilation));
        }

        // A struct can exist without any constructor having run.
        return type.TypeKind == TypeKind.Struct && !member.IsStatic ? Join(value, Default(member)) : value;
    }

    // An init accessor of another member can assign the field.
    private static bool HasInit(INamedTypeSymbol type) =>
        type.GetMembers()
            .Any(static candidate => candidate is IPropertySymbol { SetMethod.IsInitOnly: true } property && !IsStored(property));

    private static Condition Join(Condition? first, Condition second) =>
        first is null ? second : Condition.Join(first, HeldFacts.None, second, HeldFacts.None);

    private static Condition Default(ISymbol member)
    {
        var type = (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type;
        return type.SpecialType == SpecialType.System_Boolean ? Condition.False
            : GuardConditions.IsTruth(type) ? Condition.Null
            : Condition.Unknown;
    }

    private Condition? Initializer(Compilation compilation)
    {
        var syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var initializer = syntax switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is not null && GuardedMembers.Graph(initializer, compilation, cancellation) is { } graph
            ? Last(graph, Condition.Unknown)
            : null;
    }

    private Condition After(ConstructorDeclarationSyntax constructor, Condition start, Compilation compilation) =>
        GuardedMembers.Graph(constructor, compilation, cancellation) is { } graph ? Last(graph, start) : Condition.Unknown;

    private Condition Last(ControlFlowGraph graph, Condition start)
    {
        var context = members.Context(graph, path, cancellation);
        if (!context.Variables.CanFollow(member))
        {
            return Condition.Unknown;
        }

        var exits = new BlockStates(graph, new GuardEffects(context, graph), cancellation).Exits(GuardState.Empty.Set(member, start));
        Condition? last = null;
        foreach (var (state, _) in exits)
        {
            last = Join(last, state.Get(member).Under(state.Held));
        }

        return last ?? Condition.Unknown;
    }
}
