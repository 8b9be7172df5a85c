using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>A value of a document that a query selects, with its parent.</summary>
/// <param name="Parent">Its parent; null for the document.</param>
/// <param name="Name">Its name, if the parent is an object.</param>
/// <param name="Node">The value.</param>
internal sealed record SpecMatch(SpecNode? Parent, string? Name, SpecNode Node)
{
    /// <summary>Removes the value; returns false for the document.</summary>
    public bool Remove()
    {
        if (Parent is null)
        {
            return false;
        }

        if (Name is not null)
        {
            Parent.Remove(Name);
        }
        else
        {
            Parent.Items.Remove(Node);
        }

        return true;
    }

    /// <summary>
    /// Merges an object into an object, adds a list to a list, appends anything else to a list, and replaces a scalar with a scalar.
    /// Nothing changes where the two do not fit together.
    /// </summary>
    /// <returns>What does not fit.</returns>
    public List<string> Update(SpecNode update)
    {
        var misfits = new List<string>();
        if (Node.Kind == SpecNodeKind.Array && update.Kind != SpecNodeKind.Array)
        {
            Node.Items.Add(update.Copy(null));
        }
        else if (!TryCombine(Node, update, misfits, Replace))
        {
            misfits.Add($"{Word(Node)} cannot be updated with {Word(update)}");
        }

        return misfits;
    }

    private void Replace(SpecNode value)
    {
        if (Name is not null)
        {
            Parent!.Set(Name, value);
        }
        else
        {
            Parent!.Items[Parent.Items.IndexOf(Node)] = value;
        }
    }

    // A list in the place of an object, or nothing at all, would take away what the author of the overlay never saw, so it is an error in
    // Overlay 1.1. A member with nothing behind it has nothing to lose.
    private static bool TryCombine(SpecNode own, SpecNode update, List<string> misfits, Action<SpecNode> replace)
    {
        if (own.Kind == SpecNodeKind.Object && update.Kind == SpecNodeKind.Object)
        {
            Merge(own, update, misfits);
            return true;
        }

        if (own.Kind == SpecNodeKind.Array && update.Kind == SpecNodeKind.Array)
        {
            own.Items.AddRange(update.Items.Select(static item => item.Copy(null)));
            return true;
        }

        if (own.Kind != SpecNodeKind.Null && (IsComposite(own) || IsComposite(update)))
        {
            return false;
        }

        replace(update.Copy(null));
        return true;
    }

    private static void Merge(SpecNode target, SpecNode update, List<string> misfits)
    {
        foreach (var name in update.Names)
        {
            var value = update[name]!;
            if (target[name] is not { } own)
            {
                target.Set(name, value.Copy(null));
            }
            else if (!TryCombine(own, value, misfits, combined => target.Set(name, combined)))
            {
                misfits.Add($"'{name}', {Word(own)}, cannot be updated with {Word(value)}");
            }
        }
    }

    private static bool IsComposite(SpecNode node) => node.Kind is SpecNodeKind.Object or SpecNodeKind.Array;

    private static string Word(SpecNode node) =>
        node.Kind switch
        {
            SpecNodeKind.Object => "an object",
            SpecNodeKind.Array => "a list",
            SpecNodeKind.String => "a string",
            SpecNodeKind.Number => "a number",
            SpecNodeKind.Boolean => node.Text,
            _ => "null",
        };
}
