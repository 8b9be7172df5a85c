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

    /// <summary>Merges a value into an object, appends it to a list, or replaces anything else with it.</summary>
    public void Update(SpecNode update)
    {
        if (Node.Kind == SpecNodeKind.Object && update.Kind == SpecNodeKind.Object)
        {
            Merge(Node, update);
        }
        else if (Node.Kind == SpecNodeKind.Array)
        {
            Node.Items.Add(update.Copy(null));
        }
        else if (Parent is not null && Name is not null)
        {
            Parent.Set(Name, update.Copy(null));
        }
        else if (Parent is not null)
        {
            Parent.Items[Parent.Items.IndexOf(Node)] = update.Copy(null);
        }
    }

    private static void Merge(SpecNode target, SpecNode update)
    {
        foreach (var name in update.Names)
        {
            var value = update[name]!;
            switch (target[name])
            {
                case { Kind: SpecNodeKind.Object } own when value.Kind == SpecNodeKind.Object:
                    Merge(own, value);
                    break;
                case { Kind: SpecNodeKind.Array } own when value.Kind == SpecNodeKind.Array:
                    own.Items.AddRange(value.Items.Select(static item => item.Copy(null)));
                    break;
                default:
                    target.Set(name, value.Copy(null));
                    break;
            }
        }
    }
}
