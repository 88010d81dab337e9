namespace Zukunftswerkstatt.Regions;

/// <summary>The register of regions: base data delivered with the portal, overlaid by imported figures.</summary>
public interface IRegionRegister
{
    /// <summary>The register now. Take it once per request; it is replaced as a whole after an import.</summary>
    RegionSnapshot Current { get; }
}
