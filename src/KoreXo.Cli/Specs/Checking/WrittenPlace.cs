using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>
/// What the author wrote at a location. For a location that exists only in the normal form, it is what the author wrote around it.
/// </summary>
internal sealed class WrittenPlace
{
    private readonly List<SpecNode> _chain = [];

    // The normal form has places that nobody wrote: "type: [string, integer]" becomes a choice, and its branch is at /anyOf/1. The
    // reasons for known differences depend on what the author wrote, so the pointer is followed as far as it leads.
    public WrittenPlace(SpecNode root, string pointer)
    {
        Root = root;
        _chain.Add(root);
        IsThere = true;
        foreach (var token in JsonPointer.Tokens(pointer))
        {
            if (_chain[^1].Find(JsonPointer.Append("", token)) is not { } next)
            {
                IsThere = false;
                break;
            }

            _chain.Add(next);
        }
    }

    /// <summary>Gets the document as written.</summary>
    public SpecNode Root { get; }

    /// <summary>Gets a value indicating whether something was written at the location itself.</summary>
    public bool IsThere { get; }

    /// <summary>Gets the node that was written there, or around it.</summary>
    public SpecNode Node => _chain[^1];

    /// <summary>Returns whether the location, or something around it, has one of the keywords.</summary>
    public bool IsWithin(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_chain.Exists(node => node[word] is not null))
            {
                return true;
            }
        }

        return false;
    }
}
