namespace KoreXo.Simulator.Devices;

/// <summary>A device that gets push notifications of a bot.</summary>
internal sealed record PushDevice(string DeviceId, string System);
