using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Guards;

/// <summary>Determines which resources the arguments in one member name. Its variables are read when an argument is one.</summary>
internal sealed class ResourceArguments(ReadOnlyFields fields)
{
    private IOperation? _root;
    private VariableUse? _variables;

    /// <summary>Returns the resource; <see langword="null"/> if the value may be any.</summary>
    public string? Resource(IOperation value) => ResourceArgument.Resource(value, () => Variables(value), fields);

    // The initializer and the body of a constructor are two blocks of one member.
    private VariableUse Variables(IOperation value)
    {
        var root = value;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        if (_variables is null || _root != root)
        {
            (_root, _variables) = (root, new VariableUse(root));
        }

        return _variables;
    }
}
