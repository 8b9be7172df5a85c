using System.Collections;

namespace KoreXo.Simulator.Conversations;

/// <summary>A view of a part of a list, forward or backward, without a copy.</summary>
internal sealed class ListPart<T>(IReadOnlyList<T> list, int start, int end, bool backwards) : IReadOnlyList<T>
{
    public int Count => end - start;

    public T this[int index] => list[backwards ? end - 1 - index : start + index];

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
