namespace KoreXo.Simulator.Devices;

/// <summary>A device that receives push notifications of a bot.</summary>
internal sealed record PushDevice(string DeviceId, string System);
