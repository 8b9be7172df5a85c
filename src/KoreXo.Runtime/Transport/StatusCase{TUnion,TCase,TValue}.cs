using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>The responses with certain statuses, which are one case of a union.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
/// <typeparam name="TCase">The case.</typeparam>
/// <typeparam name="TValue">The type of the value of the case.</typeparam>
/// <param name="first">The first status.</param>
/// <param name="last">The last status.</param>
/// <param name="codec">The codec of the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StatusCase<TUnion, TCase, TValue>(int first, int last, JsonCodec<TValue> codec) : StatusCase<TUnion>(first, last)
    where TUnion : class
    where TCase : class, TUnion, IUnionCase<TCase, TValue>
{
    internal override TUnion Read(ApiResponse response) => TCase.Create(ResponseReader.Read(response, codec));
}
