using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines what it proves about scopes that a value matches a pattern.</summary>
internal sealed class PatternConditions(GuardConditions conditions)
{
    public Condition OfMatch(IIsPatternOperation match, GuardState state) =>
        Of(match.Pattern, conditions.Of(match.Value, state), state).NeverNull();

    /// <summary>Returns the variables of a pattern, with what each proves if the value matches.</summary>
    public IEnumerable<(ISymbol Variable, Condition Value)> Variables(IPatternOperation pattern, Condition value, GuardState state)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                return [(declared, value)];
            case INegatedPatternOperation negated:
                return Variables(negated.Pattern, value, state);
            case IBinaryPatternOperation binary:
                return Variables(binary.LeftPattern, value, state).Concat(Variables(binary.RightPattern, value, state));
            case IRecursivePatternOperation recursive:
                var inner = Parts(recursive, value, state).SelectMany(part => Variables(part.Pattern, part.Value, state));
                return recursive.DeclaredSymbol is { } whole ? inner.Prepend((whole, value)) : inner;
            case IListPatternOperation list:
                var items = list.Patterns.SelectMany(item => Variables(item, Condition.Unknown, state));
                return list.DeclaredSymbol is { } listed ? items.Prepend((listed, Condition.Unknown)) : items;
            case ISlicePatternOperation { Pattern: { } sliced }:
                return Variables(sliced, Condition.Unknown, state);
            default:
                return [];
        }
    }

    private Condition Of(IPatternOperation pattern, Condition value, GuardState state)
    {
        // A pattern over true, false and null is a set of these three: "is not false" is {true, null}, "is true or null" the same. Then a
        // match and a mismatch both prove something. All other patterns are composed of their parts.
        if (GuardConditions.IsTruth(pattern.InputType) && Accepted(pattern) is { } truths)
        {
            return Condition.Of(value.When(truths), value.When(Truths.Any & ~truths));
        }

        return pattern switch
        {
            INegatedPatternOperation negated => Of(negated.Pattern, value, state).Not(),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Of(both.LeftPattern, value, state)
                .And(Of(both.RightPattern, value, state)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Of(either.LeftPattern, value, state)
                .Or(Of(either.RightPattern, value, state)),
            IRecursivePatternOperation recursive => OfParts(recursive, value, state),
            IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => Condition.True,

            // An object may be something other than true, false or null.
            IConstantPatternOperation
                when pattern.InputType.SpecialType == SpecialType.System_Object && Accepted(pattern) is { } accepted => Condition.Of(
                value.When(accepted),
                HeldFacts.None
            ),
            _ => Condition.Of(HeldFacts.None, HeldFacts.None),
        };
    }

    // A match requires every part to match. A mismatch is caused by one of the parts, or possibly by the object as a whole.
    private Condition OfParts(IRecursivePatternOperation pattern, Condition value, GuardState state)
    {
        var held = HeldFacts.None;
        var lacking = pattern.InputType.IsTupleType ? HeldFacts.Unreachable : HeldFacts.None;
        foreach (var (part, ofPart) in Parts(pattern, value, state))
        {
            var condition = Of(part, ofPart, state);
            held = held.And(condition.WhenTrue);
            lacking = lacking.Or(condition.WhenFalse);
        }

        return Condition.Of(held, lacking);
    }

    private IEnumerable<(IPatternOperation Pattern, Condition Value)> Parts(
        IRecursivePatternOperation pattern,
        Condition value,
        GuardState state
    ) =>
        pattern
            .DeconstructionSubpatterns.Select(
                (part, index) => (part, pattern.InputType.IsTupleType ? value.Element(index) : Condition.Unknown)
            )
            .Concat(
                pattern.PropertySubpatterns.Select(property =>
                    (
                        property.Pattern,
                        TupleElement.Index(property.Member) is >= 0 and var index
                            ? value.Element(index)
                            : conditions.Of(property.Member, state)
                    )
                )
            );

    /// <summary>Returns the Boolean values that a pattern accepts; <see langword="null"/> if it tests for something else.</summary>
    public static Truths? Accepted(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => constant switch
            {
                true => Truths.True,
                false => Truths.False,
                null => Truths.Null,
                _ => null,
            },
            IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => Truths.Any,
            IDeclarationPatternOperation { MatchedType: var type } when GuardConditions.IsTruth(type) => Truths.NotNull,
            ITypePatternOperation { MatchedType: var type } when GuardConditions.IsTruth(type) => Truths.NotNull,
            IRecursivePatternOperation { DeconstructionSubpatterns: [], PropertySubpatterns: [], MatchedType: var type }
                when GuardConditions.IsTruth(type) => Truths.NotNull,
            INegatedPatternOperation negated => Accepted(negated.Pattern) is { } not ? Truths.Any & ~not : null,
            IBinaryPatternOperation binary => Accepted(binary.LeftPattern) is { } left && Accepted(binary.RightPattern) is { } right
                ? binary.OperatorKind == BinaryOperatorKind.And
                    ? left & right
                    : left | right
                : null,
            _ => null,
        };
}
