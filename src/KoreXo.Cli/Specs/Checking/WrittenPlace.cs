using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>What an author wrote at a place. The normal form has places that nobody wrote; of these, what is around them.</summary>
internal sealed class WrittenPlace
{
    private readonly List<SpecNode> _chain = [];

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

    /// <summary>Gets the document as it was written.</summary>
    public SpecNode Root { get; }

    /// <summary>Gets whether something was written at the place itself.</summary>
    public bool IsThere { get; }

    /// <summary>Gets what was written there, or around it.</summary>
    public SpecNode Node => _chain[^1];

    /// <summary>Whether the place, or something around it, has one of the words.</summary>
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
