using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Requests;

/// <summary>Writes rejections in the form of a service.</summary>
internal interface IErrorForm
{
    /// <summary>Returns the response to a rejected request.</summary>
    /// <param name="operation">The operation; null if the request is for none.</param>
    /// <param name="refusal">The rejection.</param>
    ApiAnswer Write(ApiOperation? operation, RefusalException refusal);
}
