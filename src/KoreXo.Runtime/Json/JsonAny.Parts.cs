using System.Text.Json;

namespace KoreXo;

/// <content>The items of an array and the members of an object.</content>
public readonly partial struct JsonAny
{
    /// <summary>Gets the number of items in an array.</summary>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    public int Count => RequireArray().GetArrayLength();

    /// <summary>Gets an item of an array.</summary>
    /// <param name="index">The index of the item, from 0.</param>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has no such item.</exception>
    public JsonAny this[int index]
    {
        get
        {
            var array = RequireArray();
            var count = array.GetArrayLength();
            return (uint)index < (uint)count
                ? FromElement(array[index])
                : throw new ArgumentOutOfRangeException(
                    nameof(index),
                    index,
                    $"The JSON array has {count} items; index {index} is out of range."
                );
        }
    }

    /// <summary>
    /// Gets a member of an object; JSON null if the object has no such member. If a name occurs more than once, the last member wins.
    /// </summary>
    /// <param name="name">The name of the member; case-sensitive.</param>
    /// <exception cref="InvalidOperationException">The value is not an object.</exception>
    public JsonAny this[string name] => RequireObject().TryGetProperty(name, out var member) ? FromElement(member) : default;

    /// <summary>Gets a member of an object, if the value is an object that has it.</summary>
    /// <param name="name">The name of the member; case-sensitive.</param>
    /// <param name="value">The member; JSON null if there is none.</param>
    /// <returns><see langword="true"/> if there is such a member, even if it is null.</returns>
    public bool TryGetProperty(string name, out JsonAny value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var found =
            _kind == JsonValueKind.Object && ((JsonElement)_payload!).TryGetProperty(name, out var member)
                ? FromElement(member)
                : (JsonAny?)null;
        value = found.GetValueOrDefault();
        return found.HasValue;
    }

    /// <summary>Enumerates the items of an array.</summary>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidOperationException">The value is not an array.</exception>
    public IEnumerable<JsonAny> EnumerateArray() => Items(RequireArray());

    /// <summary>Enumerates the members of an object in order, including those with duplicate names.</summary>
    /// <returns>The members by name.</returns>
    /// <exception cref="InvalidOperationException">The value is not an object.</exception>
    public IEnumerable<KeyValuePair<string, JsonAny>> EnumerateObject() => Members(RequireObject());

    private static IEnumerable<JsonAny> Items(JsonElement array)
    {
        foreach (var item in array.EnumerateArray())
        {
            yield return FromElement(item);
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonAny>> Members(JsonElement element)
    {
        foreach (var member in element.EnumerateObject())
        {
            yield return new(Runtime.JsonString.Name(member), FromElement(member.Value));
        }
    }

    private JsonElement RequireArray() => _kind == JsonValueKind.Array ? (JsonElement)_payload! : throw Not("an array");

    private JsonElement RequireObject() => _kind == JsonValueKind.Object ? (JsonElement)_payload! : throw Not("an object");
}
